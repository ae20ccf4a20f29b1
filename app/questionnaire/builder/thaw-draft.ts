import type { FrozenQuestionnaire, Localized, ScoringRule, Survey, SurveyElement, SurveyPage } from "../types.ts";
import { fromExpression, type Condition } from "./condition.ts";
import { newRows, noLimits, standardTexts, type Draft, type DraftChoice, type DraftField, type DraftQuestion, type DraftRows } from "./draft.ts";
import { hasChoices, type FieldType } from "./question-types.ts";
import { evidenceCondition } from "./evidence-condition.ts";
import { draftTypeOf } from "./survey-types.ts";

/** What of a survey the builder cannot keep, by its path. `refused`: without it the questionnaire would be another. */
export type ThawNote = { path: string; code: "condition-mixed" | "not-kept" | "rule-not-kept"; refused: boolean };
export type Thawed = { draft: Draft; notes: ThawNote[] };
type Given = { survey: Survey; scoring?: FrozenQuestionnaire["scoring"]; minutes?: number | null };

const nothing = (): Localized => ({ da: "", en: "" });
/** A text that may be a plain one, or lack a language. */
function words(text: Localized | string | undefined): Localized {
  if (text === undefined) return nothing();
  return typeof text === "string" ? { da: text, en: "" } : { da: text.da ?? "", en: text.en ?? "" };
}

/** The draft that a questionnaire, already let through by the allow-list, was written as; and what cannot be kept. */
export function frozenToDraft({ survey, scoring = {}, minutes = null }: Given): Thawed {
  const notes: ThawNote[] = [];
  const note = (path: string, code: ThawNote["code"], refused = false) => void notes.push({ path, code, refused });
  const names = new Set(survey.pages.flatMap(({ elements = [] }) => elements.map(({ name }) => name)));
  const pages = survey.pages.map((page: SurveyPage, p) => ({
    name: page.name, title: words(page.title), description: words(page.description), condition: conditionOf(page.visibleIf, `.pages[${p}].visibleIf`, note),
    questions: (page.elements ?? []).flatMap((element, e): DraftQuestion[] => {
      const path = `.pages[${p}].elements[${e}]`;
      const owner = element.type === "file" ? element.name.replace(/_evidence$/, "") : null;
      if (owner !== null && names.has(owner)) return [];
      const rule = Object.hasOwn(scoring, element.name) ? scoring[element.name] : undefined;
      return [questionOf(element, rule, survey, path, note)];
    }),
  }));
  return { draft: { title: words(survey.title), description: words(survey.description), minutes, pages }, notes };
}

type Note = (path: string, code: ThawNote["code"], refused?: boolean) => void;

function conditionOf(expression: string | undefined, path: string, note: Note): Condition | null {
  if (expression === undefined) return null;
  const condition = fromExpression(expression);
  if (condition === null) note(path, "condition-mixed", true);
  return condition;
}

function questionOf(element: SurveyElement, rule: ScoringRule | undefined, survey: Survey, path: string, note: Note): DraftQuestion {
  const type = draftTypeOf(element);
  const { values: reasons, text: reasonText } = reasonsOf(element, path, note);
  const question: DraftQuestion = {
    ...fieldOf(element, path, note), name: type === "file" ? element.name.replace(/_evidence$/, "") : element.name, type,
    choices: choicesOf(element).map(({ value, text }): DraftChoice => ({ value, text, level: rule?.levels[value] ?? null, reason: reasons.includes(value) })),
    weight: rule?.weight ?? 0, critical: rule?.critical ?? false, requirements: rule?.requirements ?? [], source: rule?.source ?? "", evidence: "none", evidenceText: nothing(),
    comment: element.showCommentArea ?? false, commentText: words(element.commentText), reasonText: reasonText ?? { ...standardTexts.reason }, condition: conditionOf(element.visibleIf, `${path}.visibleIf`, note),
    rows: rowsOf(element, path, note),
  };
  if (element.requiredIf !== undefined) note(`${path}.requiredIf`, "rule-not-kept");
  if (type === "file") return question;
  return withEvidence(question, rule, survey, note);
}

/** Reads the place for evidence that belongs to the question. */
function withEvidence(question: DraftQuestion, rule: ScoringRule | undefined, survey: Survey, note: Note): DraftQuestion {
  for (const [p, page] of survey.pages.entries()) {
    const e = (page.elements ?? []).findIndex(({ name }) => name === `${question.name}_evidence`);
    const slot = page.elements?.[e];
    if (!slot) continue;
    const path = `.pages[${p}].elements[${e}]`;
    const evidence = rule ? (rule.evidence === "none" ? "optional" : rule.evidence) : slot.isRequired ? "required" : "optional";
    const whole: DraftQuestion = { ...question, evidence, evidenceText: words(slot.description) };
    if (slot.visibleIf !== undefined && slot.visibleIf !== evidenceCondition(whole)) note(`${path}.visibleIf`, "not-kept");
    if (slot.title && words(slot.title).da !== standardTexts.evidence.da) note(`${path}.title`, "not-kept");
    return whole;
  }
  return question;
}

function fieldOf(element: SurveyElement, path: string, note: Note): Omit<DraftField, "type" | "choices"> {
  if (element.placeholder !== undefined) note(`${path}.placeholder`, "not-kept");
  return {
    name: element.name, title: words(element.title), description: words(element.description), required: element.isRequired ?? false, ...noLimits(),
    ...(element.min === undefined ? {} : { min: element.min }), ...(element.max === undefined ? {} : { max: element.max }),
    ...(element.maxLength ? { maxLength: element.maxLength } : {}), ...(element.rows ? { lines: element.rows } : {}),
  };
}

function choicesOf(element: SurveyElement): { value: string; text: Localized }[] {
  if (element.type === "boolean") return [{ value: "true", text: words(element.labelTrue) }, { value: "false", text: words(element.labelFalse) }];
  return (element.choices ?? []).map(({ value, text }) => ({ value, text: words(text) }));
}

function rowsOf(element: SurveyElement, path: string, note: Note): DraftRows | null {
  if (element.type !== "paneldynamic") return null;
  const fields = (element.templateElements ?? []).map((field, f): DraftField => {
    const at = `${path}.templateElements[${f}]`;
    if (field.validators?.length || field.showCommentArea) note(at, "rule-not-kept");
    const type = draftTypeOf(field) as FieldType;
    return { ...fieldOf(field, at, note), type, choices: hasChoices(type) ? choicesOf(field) : [] };
  });
  const min = element.minPanelCount ?? element.panelCount ?? 0;
  if (element.panelCount !== undefined && element.panelCount !== min) note(`${path}.panelCount`, "not-kept");
  return { ...newRows(), fields, min: Math.min(50, min), max: element.maxPanelCount ?? 20, title: words(element.templateTitle), add: words(element.addPanelText), remove: words(element.removePanelText) };
}

/** The answers that take a reason, where the question's one rule says so in the way the builder writes it. */
function reasonsOf(element: SurveyElement, path: string, note: Note): { values: string[]; text: Localized | null } {
  const [first, ...more] = element.validators ?? [];
  if (!first) return { values: [], text: null };
  const end = ` or {${element.name}-Comment} notempty`;
  const expression = first.type === "expression" && first.expression?.endsWith(end) ? first.expression.slice(0, -end.length) : null;
  const condition = expression === null ? null : fromExpression(expression);
  const [rules = [], ...others] = condition?.any ?? [];
  const says = rules.length > 0 && others.length === 0 && rules.every(({ question, operator }) => question === element.name && (operator === "is-not" || operator === "not-contains"));
  if (!says || more.length > 0) note(`${path}.validators`, "rule-not-kept");
  return says ? { values: rules.map(({ value }) => String(value)), text: first.text ? words(first.text) : null } : { values: [], text: null };
}

