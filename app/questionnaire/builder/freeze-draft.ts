import type { Localized, FrozenQuestionnaire, ScoringRule, Survey, SurveyElement, SurveyPage } from "../types.ts";
import { parseFrozen } from "../schema.ts";
import { checkDraft } from "./check-draft.ts";
import type { DraftProblem } from "./draft-problem.ts";
import { toExpression } from "./condition.ts";
import { standardTexts, type Draft, type DraftField, type DraftQuestion } from "./draft.ts";
import { evidenceCondition, reasonCondition } from "./evidence-condition.ts";
import { surveyTypes } from "./survey-types.ts";
import { counts, estimateMinutes } from "./weights.ts";

/** Where a question says nothing of its own: the guide's concept 6. */
const SOURCE = "Datatilsynet 2021, koncept 6";

export type Frozen = { ok: true; questionnaire: FrozenQuestionnaire } | { ok: false; problems: DraftProblem[] };

/** The questionnaire that a draft becomes, through the allow-list; or what stands in its way. Texts without English get the Danish. */
export function draftToFrozen(draft: Draft, version: number): Frozen {
  const problems = checkDraft(draft).filter(({ severity }) => severity === "error");
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, questionnaire: parseFrozen(freeze(draft, version)) };
  } catch (error) {
    return { ok: false, problems: [{ severity: "error", code: "refused", page: null, question: null, detail: error instanceof Error ? error.message.slice(0, 300) : "" }] };
  }
}

/** The same without a check, and with the English left out where there is none: for the files that are exported and read back. */
export function freezeAsWritten(draft: Draft): FrozenQuestionnaire {
  return freeze(draft, 1, ({ da, en }) => (en === "" ? ({ da } as Localized) : { da, en }));
}

type Say = (text: Localized) => Localized;
const inBoth: Say = ({ da, en }) => ({ da, en: en === "" ? da : en });

function freeze(draft: Draft, version: number, say: Say = inBoth): FrozenQuestionnaire {
  const pages = draft.pages.map((page): SurveyPage => ({
    name: page.name, title: say(page.title), ...text("description", page.description, say), ...condition(page.condition),
    elements: page.questions.flatMap((question) => elementsOf(question, say)),
  }));
  const survey: Survey = { locale: "da", title: say(draft.title), ...text("description", draft.description, say), pages };
  const rules = draft.pages.flatMap((page) => page.questions).filter(counts).map((question) => [question.name, ruleOf(question)] as const);
  return { id: "k6", version, concept: 6, minutes: draft.minutes ?? estimateMinutes(draft), survey, scoring: Object.fromEntries(rules) };
}

const text = (key: string, value: Localized, say: Say) => (value.da === "" && value.en === "" ? {} : { [key]: say(value) });
const condition = (value: DraftQuestion["condition"]) => (value === null ? {} : { visibleIf: toExpression(value) });

function ruleOf({ weight, critical, requirements, evidence, choices, source }: DraftQuestion): ScoringRule {
  return { weight: weight as 1 | 2 | 3, critical, requirements, evidence, levels: Object.fromEntries(choices.map(({ value, level }) => [value, level ?? "unanswered"])), source: source.trim().length >= 3 ? source : SOURCE };
}

/** A question, and the place for its evidence. */
function elementsOf(question: DraftQuestion, say: Say): SurveyElement[] {
  const { type, name } = question;
  const own: SurveyElement = {
    ...bare(question, say), ...(type === "file" ? { name: `${name}_evidence`, storeDataAsText: false as const, allowMultiple: true } : {}), ...condition(question.condition),
    ...(question.comment ? { showCommentArea: true, ...text("commentText", question.commentText, say) } : {}), ...reasons(question, say), ...rowsOf(question, say),
  };
  return question.evidence === "none" || type === "file" ? [own] : [own, evidenceOf(question, say)];
}

function bare(one: DraftQuestion | DraftField, say: Say): SurveyElement {
  const choices = one.type === "yes-no" || one.choices.length === 0 ? {} : { choices: one.choices.map(({ value, text: words }) => ({ value, text: say(words) })) };
  return {
    ...surveyTypes[one.type], name: one.name, title: say(one.title), ...text("description", one.description, say), ...(one.required ? { isRequired: true } : {}), ...choices, ...yesNo(one, say),
    ...(one.lines === null ? {} : { rows: one.lines }), ...(one.min === null ? {} : { min: one.min }), ...(one.max === null ? {} : { max: one.max }), ...(one.maxLength === null ? {} : { maxLength: one.maxLength }),
  };
}

function yesNo({ type, choices }: DraftQuestion | DraftField, say: Say): Partial<SurveyElement> {
  if (type !== "yes-no") return {};
  const label = (value: string) => choices.find((one) => one.value === value)?.text ?? { da: "", en: "" };
  return { ...text("labelTrue", label("true"), say), ...text("labelFalse", label("false"), say) };
}

function reasons(question: DraftQuestion, say: Say): Partial<SurveyElement> {
  const expression = reasonCondition(question);
  const { reasonText } = question;
  return expression === null ? {} : { validators: [{ type: "expression", expression, text: say(reasonText.da === "" ? standardTexts.reason : reasonText) }] };
}

function rowsOf({ rows }: DraftQuestion, say: Say): Partial<SurveyElement> {
  if (rows === null) return {};
  return {
    templateElements: rows.fields.map((field) => bare(field, say)), ...text("templateTitle", rows.title, say), panelCount: rows.min, minPanelCount: rows.min, maxPanelCount: rows.max,
    ...text("addPanelText", rows.add, say), ...text("removePanelText", rows.remove, say),
  };
}

function evidenceOf(question: DraftQuestion, say: Say): SurveyElement {
  return {
    type: "file", name: `${question.name}_evidence`, title: { ...standardTexts.evidence }, ...text("description", question.evidenceText, say), ...(question.evidence === "required" && !counts(question) ? { isRequired: true } : {}),
    visibleIf: evidenceCondition(question), storeDataAsText: false, allowMultiple: true,
  };
}
