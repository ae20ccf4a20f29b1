import type { Localized } from "../types.ts";
import { isRoomy } from "../expression.ts";
import { checkConditions } from "./check-conditions.ts";
import { refuseText, unknownPlaceholders } from "./check-text.ts";
import type { DraftProblem } from "./draft-problem.ts";
import { canCount, hasChoices } from "./question-types.ts";
import { questionsOf, type Draft, type DraftField, type DraftQuestion } from "./draft.ts";
import { isTakenBySurvey, isWithinLimits } from "./draft-schema.ts";
import { reasonCondition } from "./evidence-condition.ts";
import { isRequirement } from "./requirements.ts";
import { isUntranslated, textsOf } from "./texts-of.ts";
import { counts } from "./weights.ts";

/** All that hinders publishing a draft, and what its author would want to know. */
export function checkDraft(draft: Draft): DraftProblem[] {
  const found: DraftProblem[] = [];
  const say = (severity: DraftProblem["severity"], code: DraftProblem["code"], page: string | null = null, question: string | null = null, detail?: string) =>
    void found.push({ severity, code, page, question, ...(detail === undefined ? {} : { detail }) });
  if (!isWithinLimits(draft)) say("error", "too-large");
  if (draft.title.da.trim() === "") say("error", "no-title");
  texts([draft.title, draft.description], (severity, code, detail) => say(severity, code, null, null, detail));
  for (const page of draft.pages) {
    const onPage = (severity: DraftProblem["severity"], code: DraftProblem["code"], detail?: string) => say(severity, code, page.name, null, detail);
    if (page.title.da.trim() === "") onPage("error", "no-page-title");
    if (page.questions.length === 0) onPage("error", "empty-page");
    texts([page.title, page.description], onPage);
    for (const question of page.questions) checkQuestion(question, (severity, code, detail) => say(severity, code, page.name, question.name, detail));
  }
  if (questionsOf(draft).length > 0 && !questionsOf(draft).some(counts)) say("warning", "nothing-counts");
  return [...found, ...checkConditions(draft)];
}

type Say = (severity: DraftProblem["severity"], code: DraftProblem["code"], detail?: string) => void;

/** Texts that may not be shown, stand in one language only, or hold a name nothing is put in place of. */
function texts(all: readonly Localized[], say: Say): void {
  const refused = all.flatMap(({ da, en }) => [da, en]).map(refuseText).find((one) => one !== null);
  if (refused) say("error", refused);
  if (all.some(isUntranslated)) say("warning", "missing-translation");
  const [unknown] = all.flatMap(({ da, en }) => unknownPlaceholders(`${da} ${en}`));
  if (unknown !== undefined) say("warning", "unknown-placeholder", `[[${unknown}]]`);
}

function checkQuestion(question: DraftQuestion, say: Say): void {
  const { name, type, title, weight, critical, choices, evidence, requirements, rows, source } = question;
  if (title.da.trim() === "") say("error", "no-question-title");
  texts([...textsOf(question), { da: source, en: source }], say);
  if (isTakenBySurvey(name)) say("error", "reserved-name", name);
  checkChoices(question, say);
  checkLimits(question, say);
  if (counts(question) && choices.some(({ level }) => level === null)) say("error", "no-level");
  if (counts(question) && evidence !== "none" && !choices.some(({ level }) => level === "met" || level === "partly")) say("error", "evidence-never");
  if (critical && (weight === 0 || !canCount(type))) say("warning", "critical-without-weight");
  const reason = reasonCondition(question);
  if (reason !== null && !isRoomy(reason)) say("error", "reason-too-long");
  const unknown = requirements.find((id) => !isRequirement(id));
  if (unknown !== undefined) say("error", "unknown-requirement", unknown);
  if (type === "rows") checkRows(rows, say);
}

function checkChoices({ type, choices }: Pick<DraftQuestion | DraftField, "type" | "choices">, say: Say): void {
  if (!hasChoices(type)) return;
  if (choices.length === 0) return say("error", "no-choices");
  if (type !== "yes-no" && choices.some(({ text }) => text.da.trim() === "")) say("error", "no-choice-text");
  if (new Set(choices.map(({ value }) => value)).size < choices.length) say("error", "duplicate-choice");
}

function checkLimits({ type, min, max }: Pick<DraftQuestion | DraftField, "type" | "min" | "max">, say: Say): void {
  const kind = type === "number" ? "number" : type === "date" ? "string" : null;
  if ([min, max].some((one) => one !== null && typeof one !== kind)) return say("error", "wrong-limit");
  if (min !== null && max !== null && min > max) say("error", "min-over-max");
}

function checkRows(rows: DraftQuestion["rows"], say: Say): void {
  if (rows === null || rows.fields.length === 0) return say("error", "no-fields");
  if (rows.min > rows.max) say("error", "too-few-rows");
  if (rows.fields.some(({ title }) => title.da.trim() === "")) say("error", "no-field-title");
  if (new Set(rows.fields.map(({ name }) => name)).size < rows.fields.length) say("error", "duplicate-field");
  for (const field of rows.fields) {
    checkChoices(field, say);
    checkLimits(field, say);
  }
}
