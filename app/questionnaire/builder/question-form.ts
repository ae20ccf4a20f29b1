import type { Localized } from "../types.ts";
import type { Condition, Operator, Rule, RuleValue } from "./condition.ts";
import { mostRules, operatorsFor, takesValue } from "./condition.ts";
import { choiceSets, newQuestion, newRows, noLimits, questionsOf, type ChoiceSet, type Draft, type DraftChoice, type DraftField, type DraftQuestion } from "./draft.ts";
import { FIELD_TYPES, QUESTION_TYPES, canCount, hasChoices, mayComment, type DraftType, type FieldType } from "./question-types.ts";

/** What is read of a form: FormData of the browser's or the server's. */
export type Fields = { get(name: string): unknown; getAll(name: string): unknown[]; has(name: string): boolean };

const said = (form: Fields, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").replaceAll("\u0000", "") : "";
};
/** The two languages of a text. */
export const readText = (form: Fields, name: string): Localized => ({ da: said(form, `${name}.da`).trim(), en: said(form, `${name}.en`).trim() });
const count = (form: Fields, name: string, most: number): number => Math.min(most, Math.max(0, Math.trunc(Number(said(form, name))) || 0));
const whole = (form: Fields, name: string): number | null => {
  const text = said(form, name).trim();
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
};
const oneOf = <T extends string>(value: string, all: readonly T[], otherwise: T): T => all.find((one) => one === value) ?? otherwise;

function readLimit(form: Fields, name: string, type: DraftType): string | number | null {
  const text = said(form, name).trim();
  if (text === "") return null;
  if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
  const number = Number(text.replace(/\.(?=\d{3}\b)/g, "").replace(",", "."));
  return type === "number" && Number.isFinite(number) ? number : null;
}

const limitsOf = (form: Fields, at: string, type: DraftType) => ({
  min: readLimit(form, `${at}min`, type), max: readLimit(form, `${at}max`, type),
  maxLength: ["text", "long-text", "email"].includes(type) ? whole(form, `${at}maxLength`) : null, lines: type === "long-text" ? whole(form, `${at}lines`) : null,
});

/** The question of the form, as it stands there; a new type has brought what belongs to it. */
export function readQuestion(form: Fields, before: DraftQuestion, draft: Pick<Draft, "pages">): DraftQuestion {
  const was = before.type;
  const requirements = [...new Set([...form.getAll("requirement"), ...said(form, "requirementNew").split(",")].map((one) => String(one).split(" – ")[0]!.trim()).filter((one) => one !== ""))];
  const read: DraftQuestion = {
    name: before.name, type: was, title: readText(form, "title"), description: readText(form, "description"), required: form.has("required"), ...limitsOf(form, "", was), choices: readChoices(form),
    weight: oneOf(said(form, "weight"), ["0", "1", "2", "3"], "0") === "0" ? 0 : (Number(said(form, "weight")) as 1 | 2 | 3), critical: form.has("critical"), requirements, source: said(form, "source").trim(),
    evidence: oneOf(said(form, "evidence"), ["none", "optional", "required"], "none"), evidenceText: readText(form, "evidenceText"),
    comment: form.has("comment"), commentText: readText(form, "commentText"), reasonText: readText(form, "reasonText"), condition: readCondition(form, draft), rows: before.rows === null ? null : readRows(form, before.rows),
  };
  const shown = { ...read, ...(form.has("evidenceText.da") ? {} : { evidenceText: before.evidenceText }), ...(form.has("commentText.da") ? {} : { commentText: before.commentText, reasonText: before.reasonText }) };
  return retype(shown, oneOf(said(form, "type"), QUESTION_TYPES, was));
}

/** The same question as another type: what does not fit it goes, what it needs comes. */
export function retype(question: DraftQuestion, type: DraftType): DraftQuestion {
  if (question.type === type) return question;
  const fresh = newQuestion(question.name, type);
  const keeps = hasChoices(question.type) && hasChoices(type) && question.type !== "yes-no" && type !== "yes-no";
  return {
    ...question, type, ...noLimits(), choices: keeps ? question.choices : fresh.choices, weight: canCount(type) ? question.weight || fresh.weight : 0, critical: canCount(type) && question.critical,
    comment: mayComment(type) && (question.comment || fresh.comment), evidence: type === "file" ? "none" : question.evidence, rows: type === "rows" ? newRows() : null,
  };
}

function readChoices(form: Fields): DraftChoice[] {
  const levels = ["met", "partly", "not-met", "not-applicable"] as const;
  return Array.from({ length: count(form, "choices", 60) }, (_, at): DraftChoice => {
    const level = said(form, `choice.${at}.level`);
    return { value: said(form, `choice.${at}.value`), text: readText(form, `choice.${at}`), level: levels.find((one) => one === level) ?? null, reason: form.has(`choice.${at}.reason`) };
  });
}

/** The condition in a form; values are read as the question that is asked about gives them. */
export function readCondition(form: Fields, draft: Pick<Draft, "pages">): Condition | null {
  const types = new Map(questionsOf(draft).map((question) => [question.name, question.type]));
  const read = Array.from({ length: count(form, "rules", mostRules) }, (_, at): { rule: Rule; group: number } => {
    const question = said(form, `rule.${at}.question`);
    const type = types.get(question) ?? "text";
    const operator = oneOf<Operator>(said(form, `rule.${at}.operator`), operatorsFor(type), operatorsFor(type)[0] ?? "answered");
    const rule = { question, operator, value: readValue(form.getAll(`rule.${at}.value`).map(String), operator, type) };
    return { rule, group: count(form, `rule.${at}.group`, mostRules) };
  }).filter(({ rule }) => rule.question !== "");
  const any = [...new Set(read.map(({ group }) => group))].map((group) => read.filter((one) => one.group === group).map(({ rule }) => rule));
  return any.length === 0 ? null : { any };
}

function readValue(values: readonly string[], operator: Operator, type: DraftType): RuleValue {
  if (!takesValue(operator)) return null;
  if (operator === "any-of") return values.filter((one) => one !== "");
  const [first = ""] = values;
  if (type === "yes-no") return first === "true" || (first === "" ? true : false);
  return type === "number" && first.trim() !== "" && Number.isFinite(Number(first.replace(",", "."))) ? Number(first.replace(",", ".")) : first.trim();
}

function readRows(form: Fields, before: NonNullable<DraftQuestion["rows"]>): NonNullable<DraftQuestion["rows"]> {
  const fields = Array.from({ length: count(form, "fields", 12) }, (_, at): DraftField => {
    const [old, path] = [before.fields.find(({ name }) => name === said(form, `field.${at}.name`)), `field.${at}.`];
    const type = oneOf<FieldType>(said(form, `${path}type`), FIELD_TYPES, "text");
    const choices = hasChoices(type) ? readLines(form, path, type, old?.choices ?? []) : [];
    return { name: said(form, `${path}name`), type, title: readText(form, `${path}title`), description: readText(form, `${path}description`), required: form.has(`${path}required`), choices, ...limitsOf(form, path, type) };
  });
  const most = whole(form, "rows.max") ?? before.max;
  return { fields, min: Math.min(50, whole(form, "rows.min") ?? before.min), max: Math.min(50, Math.max(1, most)), title: readText(form, "rows.title"), add: readText(form, "rows.add"), remove: readText(form, "rows.remove") };
}

/** Answers of a field, one a line in each language; a line keeps the value it had. */
function readLines(form: Fields, path: string, type: FieldType, before: readonly { value: string }[]): DraftField["choices"] {
  if (type === "yes-no") return choiceSets["yes-no"]().map(({ value, text }) => ({ value, text }));
  const [da, en] = [said(form, `${path}choices.da`).split("\n"), said(form, `${path}choices.en`).split("\n")];
  const taken = new Set(before.map(({ value }) => value));
  return da.map((line, at) => ({ line: line.trim(), at })).filter(({ line }) => line !== "").slice(0, 60).map(({ line, at }) => ({ value: before[at]?.value ?? nextValue(taken), text: { da: line, en: (en[at] ?? "").trim() } }));
}

function nextValue(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`c${number}`)) number += 1;
  taken.add(`c${number}`);
  return `c${number}`;
}

/** The question after a row of its form was asked for, taken away or moved ("add-choice", "remove-rule:2"); null when the intent is another. */
export function changeRows(question: DraftQuestion, intent: string, form: Fields): DraftQuestion | null {
  const [verb = "", place = ""] = intent.split(":");
  const at = /^\d{1,3}$/.test(place) ? Number(place) : -1;
  const { choices, rows, condition } = question;
  const swap = <T>(list: readonly T[], by: number): T[] => (list[at] !== undefined && list[at + by] !== undefined ? list.with(at, list[at + by]!).with(at + by, list[at]) : [...list]);
  switch (verb) {
    case "add-choice": return { ...question, choices: [...choices, { value: nextValue(new Set(choices.map(({ value }) => value))), text: { da: "", en: "" }, level: null, reason: false }] };
    case "remove-choice": return { ...question, choices: choices.toSpliced(at, at < 0 ? 0 : 1) };
    case "choice-up": return { ...question, choices: swap(choices, -1) };
    case "choice-down": return { ...question, choices: swap(choices, 1) };
    case "use-set": {
      const set = Object.keys(choiceSets).find((one): one is ChoiceSet => one === said(form, "choiceSet"));
      return set === undefined ? question : { ...question, choices: choiceSets[set](), comment: question.comment || choiceSets[set]().some(({ reason }) => reason) };
    }
    case "add-rule": return { ...question, condition: withRule(condition, at, firstRule(form)) };
    case "remove-rule": return { ...question, condition: withoutRule(condition, at) };
    case "add-field": return rows === null ? question : { ...question, rows: { ...rows, fields: [...rows.fields, { ...newRows().fields[0]!, name: nextField(rows.fields) }].slice(0, 12) } };
    case "remove-field": return rows === null ? question : { ...question, rows: { ...rows, fields: rows.fields.toSpliced(at, at < 0 ? 0 : 1) } };
    case "field-up": return rows === null ? question : { ...question, rows: { ...rows, fields: swap(rows.fields, -1) } };
    case "field-down": return rows === null ? question : { ...question, rows: { ...rows, fields: swap(rows.fields, 1) } };
    default: return null;
  }
}

/** The rule a condition begins with: the question chosen beside the button. */
export const firstRule = (form: Fields): Rule => ({ question: said(form, "ruleQuestion"), operator: "answered", value: null });

/** One more rule: in that group, or in one of its own behind the last. */
export function withRule(condition: Condition | null, group: number, rule: Rule): Condition {
  const any = condition?.any ?? [];
  if (any.flat().length >= mostRules) return { any };
  return { any: any[group] ? any.with(group, [...any[group], rule]) : [...any, [rule]] };
}

/** One rule less, counted through all groups. */
export function withoutRule(condition: Condition | null, at: number): Condition | null {
  let place = -1;
  const any = (condition?.any ?? []).map((rules) => rules.filter(() => (place += 1) !== at)).filter((rules) => rules.length > 0);
  return any.length === 0 ? null : { any };
}

function nextField(fields: readonly DraftField[]): string {
  const taken = new Set(fields.map(({ name }) => name));
  let number = fields.length + 1;
  while (taken.has(`f${number}`)) number += 1;
  return `f${number}`;
}
