import { parseExpression, type Expression } from "../expression.ts";
import type { DraftType } from "./question-types.ts";

export const OPERATORS = ["is", "is-not", "any-of", "contains", "not-contains", "more", "at-least", "less", "at-most", "answered", "not-answered"] as const;
export type Operator = (typeof OPERATORS)[number];
export type RuleValue = string | number | boolean | string[] | null;

/** One comparison of a question's answer; `value` is null for "answered" and "not-answered". */
export type Rule = { question: string; operator: Operator; value: RuleValue };

/** When a question or page is asked: all of its rules hold ("and"), or one of them ("or"). */
export type Condition = { join: "and" | "or"; rules: Rule[] };

const signs: Record<Operator, string> = {
  is: "=", "is-not": "<>", "any-of": "anyof", contains: "contains", "not-contains": "notcontains", more: ">", "at-least": ">=", less: "<", "at-most": "<=", answered: "notempty", "not-answered": "empty",
};
const operators = new Map<string, Operator>([...Object.entries(signs).map(([operator, sign]) => [sign, operator as Operator] as const), ["!=", "is-not"]]);

/** The comparisons that make sense for the answers of a type. */
export function operatorsFor(type: DraftType): readonly Operator[] {
  if (type === "single" || type === "drop-down") return ["is", "is-not", "any-of", "answered", "not-answered"];
  if (type === "multiple") return ["contains", "not-contains", "any-of", "answered", "not-answered"];
  if (type === "yes-no") return ["is", "answered", "not-answered"];
  if (type === "number" || type === "date") return ["is", "is-not", "more", "at-least", "less", "at-most", "answered", "not-answered"];
  if (type === "file") return [];
  return type === "rows" ? ["answered", "not-answered"] : ["is", "is-not", "answered", "not-answered"];
}

/** Whether the comparison needs something to compare with. */
export const takesValue = (operator: Operator): boolean => operator !== "answered" && operator !== "not-answered";

/** A condition in SurveyJS's language. Whether it is allowed is for `parseExpression` to say. */
export function toExpression({ join, rules }: Condition): string {
  return rules.map(({ question, operator, value }) => `{${question}} ${signs[operator]}${takesValue(operator) ? ` ${constant(value)}` : ""}`).join(` ${join} `);
}

function constant(value: RuleValue): string {
  if (Array.isArray(value)) return `[${value.map(constant).join(", ")}]`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `'${value ?? ""}'`;
}

/** The condition that an expression says; null where it mixes "and" with "or", looks at comments, or is not allowed. */
export function fromExpression(text: string): Condition | null {
  const parsed = parseExpression(text);
  if (!parsed) return null;
  const join = parsed.kind === "or" ? "or" : "and";
  const rules = flatten(parsed, join);
  return rules && { join, rules };
}

function flatten(expression: Expression, join: "and" | "or"): Rule[] | null {
  if (expression.kind === "compare") {
    const operator = operators.get(expression.operator);
    if (!operator || expression.name.endsWith("-Comment")) return null;
    const value = Array.isArray(expression.constant) ? expression.constant.map(String) : expression.constant;
    return [{ question: expression.name, operator, value }];
  }
  if (expression.kind !== join) return null;
  const [left, right] = [flatten(expression.left, join), flatten(expression.right, join)];
  return left && right && [...left, ...right];
}

/** The questions a condition looks at, each once. */
export const namesOf = (condition: Condition | null): string[] => [...new Set(condition?.rules.map(({ question }) => question) ?? [])];
