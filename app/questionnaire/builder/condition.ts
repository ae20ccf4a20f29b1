import { parseExpression, type Expression } from "../expression.ts";
import type { DraftType } from "./question-types.ts";

export const OPERATORS = ["is", "is-not", "any-of", "contains", "not-contains", "more", "at-least", "less", "at-most", "answered", "not-answered"] as const;
export type Operator = (typeof OPERATORS)[number];
export type RuleValue = string | number | boolean | string[] | null;

/** One comparison of a question's answer; `value` is null for "answered" and "not-answered". */
export type Rule = { question: string; operator: Operator; value: RuleValue };

/** When a question or page is asked: any of the groups holds; a group holds when all of its rules do. No group is empty. */
export type Condition = { any: Rule[][] };
/** Rules of one condition, in all its groups. */
export const mostRules = 10;

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
export function toExpression({ any }: Condition): string {
  return any.map((rules) => {
    const all = rules.map(({ question, operator, value }) => `{${question}} ${signs[operator]}${takesValue(operator) ? ` ${constant(value)}` : ""}`).join(" and ");
    return any.length > 1 && rules.length > 1 ? `(${all})` : all;
  }).join(" or ");
}

function constant(value: RuleValue): string {
  if (Array.isArray(value)) return `[${value.map(constant).join(", ")}]`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : `'${value ?? ""}'`;
}

/** The condition that an expression says, written out in groups; null where there are too many, it looks at comments, or is not allowed. */
export function fromExpression(text: string): Condition | null {
  const parsed = parseExpression(text);
  const any = parsed && groupsOf(parsed);
  return any && { any };
}

function groupsOf(expression: Expression): Rule[][] | null {
  if (expression.kind === "compare") {
    const operator = operators.get(expression.operator);
    if (!operator || expression.name.endsWith("-Comment")) return null;
    const value = Array.isArray(expression.constant) ? expression.constant.map(String) : expression.constant;
    return [[{ question: expression.name, operator, value }]];
  }
  const [left, right] = [groupsOf(expression.left), groupsOf(expression.right)];
  if (!left || !right) return null;
  // "a and (b or c)" is "(a and b) or (a and c)".
  const groups = expression.kind === "or" ? [...left, ...right] : left.flatMap((one) => right.map((other) => [...one, ...other]));
  return groups.flat().length <= mostRules ? groups : null;
}

/** The questions a condition looks at, each once. */
export const namesOf = (condition: Condition | null): string[] => [...new Set(condition?.any.flat().map(({ question }) => question) ?? [])];
