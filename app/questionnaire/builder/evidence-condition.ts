import { toExpression } from "./condition.ts";
import type { DraftQuestion } from "./draft.ts";
import { counts } from "./weights.ts";

/** When the evidence of a question is asked for: after an answer that claims something; for one that does not count, after any. */
export function evidenceCondition(question: DraftQuestion): string {
  const claims = question.choices.filter(({ level }) => level === "met" || level === "partly").map(({ value }) => (question.type === "yes-no" ? value : `'${value}'`));
  const own = !counts(question) ? `{${question.name}} notempty` : question.type === "yes-no" ? `{${question.name}} = ${claims[0] ?? "true"}` : `{${question.name}} anyof [${claims.join(", ")}]`;
  if (question.condition === null) return own;
  const first = toExpression(question.condition);
  return `${question.condition.any.flat().length > 1 ? `(${first})` : first} and ${own}`;
}

/** The rule by which some answers take a comment; null where none does. */
export function reasonCondition({ name, type, choices, comment }: DraftQuestion): string | null {
  const asked = choices.filter(({ reason }) => reason);
  if (!comment || asked.length === 0) return null;
  const is = (value: string) => (type === "yes-no" ? value : `'${value}'`);
  const none = asked.map(({ value }) => `{${name}} ${type === "multiple" ? "notcontains" : "<>"} ${is(value)}`);
  return `${none.join(" and ")} or {${name}-Comment} notempty`;
}
