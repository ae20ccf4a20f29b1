import { addDays, isIsoDate } from "#app/domain/time/iso-date.ts";
import { holds, isRoomy, parseExpression } from "../expression.ts";
import type { DraftProblem } from "./draft-problem.ts";
import { namesOf, operatorsFor, takesValue, toExpression, type Condition, type Rule } from "./condition.ts";
import { questionsOf, type Draft, type DraftQuestion } from "./draft.ts";
import { evidenceCondition } from "./evidence-condition.ts";

/** Where a condition stands: on a page, or on a question of it. */
type Place = { page: string; question: string | null };

/** What is wrong with the conditions of a draft: answers that cannot be compared so, circles, and what can never be asked. */
export function checkConditions(draft: Draft): DraftProblem[] {
  const known = new Map(questionsOf(draft).map((question, order) => [question.name, { question, order }]));
  const found: DraftProblem[] = [];
  const look = (condition: Condition | null, place: Place, order: number) => {
    if (condition !== null) found.push(...checkOne(condition, place, order, known));
  };
  for (const page of draft.pages) {
    const first = page.questions[0];
    look(page.condition, { page: page.name, question: null }, first ? known.get(first.name)!.order : Infinity);
    for (const question of page.questions) {
      look(question.condition, { page: page.name, question: question.name }, known.get(question.name)!.order);
      if (question.evidence !== "none" && question.type !== "file" && !isRoomy(evidenceCondition(question))) {
        found.push({ severity: "error", code: "evidence-condition", page: page.name, question: question.name });
      }
    }
  }
  return [...found, ...circles(draft)];
}

type Known = ReadonlyMap<string, { question: DraftQuestion; order: number }>;

function checkOne(condition: Condition, place: Place, order: number, known: Known): DraftProblem[] {
  const error = (code: DraftProblem["code"], names: string[] = []): DraftProblem => ({ severity: "error", code, ...place, names });
  const wrong = condition.any.flat().flatMap((rule): DraftProblem[] => {
    const target = known.get(rule.question);
    if (!target) return [error("unknown-reference", [rule.question])];
    const { question } = target;
    if (!operatorsFor(question.type).includes(rule.operator)) return [error("wrong-operator", [rule.question])];
    return valueFits(rule, question) ? [] : [error("wrong-value", [rule.question])];
  });
  if (wrong.length > 0) return wrong;
  if (!isRoomy(toExpression(condition))) return [error("condition-too-long")];
  const ahead = namesOf(condition).filter((name) => known.get(name)!.order > order);
  const later: DraftProblem[] = ahead.length > 0 ? [{ severity: "warning", code: "asked-later", ...place, names: ahead }] : [];
  const dead = deadNames(condition, known);
  return dead === null ? later : [...later, dead.all ? error("dead", dead.names) : { severity: "warning", code: "rule-dead", ...place, names: dead.names }];
}

function valueFits({ operator, value }: Rule, { type, choices }: DraftQuestion): boolean {
  if (!takesValue(operator)) return value === null;
  if (operator === "any-of") return Array.isArray(value) && value.length > 0 && value.every((one) => choices.some((choice) => choice.value === one));
  if (type === "yes-no") return typeof value === "boolean";
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  if (type === "date") return typeof value === "string" && isIsoDate(value);
  if (typeof value !== "string" || value === "" || /['\\{}]/.test(value)) return false;
  return ["single", "multiple", "drop-down"].includes(type) ? choices.some((choice) => choice.value === value) : true;
}

/** The questions whose answers can never be as the condition says; `all`: it never holds. Null where it may. */
function deadNames({ any }: Condition, known: Known): { all: boolean; names: string[] } | null {
  const dead = any.map((rules) => namesOf({ any: [rules] }).filter((name) => !canHold(rules.filter(({ question }) => question === name), known.get(name)!.question)));
  const names = [...new Set(dead.flat())];
  return names.length === 0 ? null : { all: dead.every((group) => group.length > 0), names };
}

/** Whether one answer to the question satisfies all rules: tried with every answer that could make a difference. */
function canHold(rules: readonly Rule[], question: DraftQuestion): boolean {
  const parsed = rules.map((rule) => parseExpression(toExpression({ any: [[rule]] })));
  return answersOf(question, rules).some((answer) => parsed.every((rule) => rule !== null && holds(rule, { [question.name]: answer })));
}

function answersOf(question: DraftQuestion, rules: readonly Rule[]): unknown[] {
  const values = question.choices.map(({ value }) => value);
  const constants = rules.flatMap(({ value }) => (Array.isArray(value) ? value : value === null ? [] : [value]));
  switch (question.type) {
    case "single": case "drop-down": return [undefined, ...values];
    case "yes-no": return [undefined, true, false];
    case "multiple": return subsets(values, constants);
    case "number": return [undefined, ...around(constants.filter((one) => typeof one === "number"), question)];
    case "date": return [undefined, ...daysAround(constants.filter((one) => typeof one === "string"), question)];
    case "rows": return [undefined, [{}]];
    default: return [undefined, ...constants, "x", "xx"];
  }
}

/** Every combination of the named choices, alone and with one that is not named. */
function subsets(values: readonly string[], constants: readonly unknown[]): unknown[] {
  const named = values.filter((value) => constants.includes(value)).slice(0, 10);
  const other = values.find((value) => !constants.includes(value));
  const all = named.reduce<string[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);
  return [undefined, ...all, ...(other === undefined ? [] : all.map((set) => [...set, other]))].filter((set) => set === undefined || set.length > 0);
}

function around(constants: readonly number[], { min, max }: DraftQuestion): number[] {
  const ends = [min, max].filter((one): one is number => typeof one === "number");
  const points = [...new Set([0, ...constants, ...ends])].toSorted((a, b) => a - b);
  const between = points.slice(1).map((point, at) => (point + points[at]!) / 2);
  return [points[0]! - 1, ...points, ...between, points.at(-1)! + 1].filter((one) => (typeof min !== "number" || one >= min) && (typeof max !== "number" || one <= max));
}

function daysAround(constants: readonly string[], { min, max }: DraftQuestion): string[] {
  const days = [...constants, min, max].filter((one): one is string => typeof one === "string" && isIsoDate(one));
  const near = days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  return (near.length > 0 ? near : ["2026-01-01"]).filter((day) => (typeof min !== "string" || day >= min) && (typeof max !== "string" || day <= max));
}

/** Questions that are asked only when they, by way of others, are answered already. A page's condition is that of each of its questions. */
function circles(draft: Draft): DraftProblem[] {
  const pageOf = new Map(draft.pages.flatMap((page) => page.questions.map(({ name }) => [name, page] as const)));
  const needs = new Map(questionsOf(draft).map(({ name, condition }) => [name, [...new Set([...namesOf(condition), ...namesOf(pageOf.get(name)!.condition)])]]));
  const told = new Set<string>();
  const done = new Set<string>();
  const found: DraftProblem[] = [];
  const walk = (name: string, trail: string[]) => {
    const seen = trail.indexOf(name);
    if (seen >= 0) {
      const circle = trail.slice(seen);
      const key = circle.toSorted().join();
      if (!told.has(key)) found.push({ severity: "error", code: circle.length === 1 ? "depends-on-itself" : "circular", page: pageOf.get(name)!.name, question: name, names: circle });
      told.add(key);
      return;
    }
    if (done.has(name)) return;
    for (const next of needs.get(name) ?? []) if (pageOf.has(next)) walk(next, [...trail, name]);
    done.add(name);
  };
  for (const name of needs.keys()) walk(name, []);
  return found;
}

/** The questions and pages whose conditions look at a question: what deleting it would leave without an answer. */
export function dependentsOf(draft: Draft, name: string): { page: string; question: string | null }[] {
  return draft.pages.flatMap((page) => [
    ...(namesOf(page.condition).includes(name) ? [{ page: page.name, question: null }] : []),
    ...page.questions.filter((one) => one.name !== name && namesOf(one.condition).includes(name)).map((one) => ({ page: page.name, question: one.name })),
  ]);
}
