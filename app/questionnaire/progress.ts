import { isBlank, toSurveyData } from "./answers.ts";
import { countEvidence } from "./evidence-slots.ts";
import type { Answers, EvidenceCount, FrozenQuestionnaire, SurveyElement } from "./types.ts";
import { isShown, listVisible } from "./visible.ts";

export type Progress = { answered: number; required: number; total: number };

/**
 * Of the visible questions: how many are answered in full, how many of the required ones are still missing something (`required`),
 * and how many there are. Evidence counts only where it must be given.
 */
export function progressOf(frozen: FrozenQuestionnaire, answers: Answers, evidence: EvidenceCount = {}): Progress {
  const data = toSurveyData(answers);
  const questions = listVisible(frozen, answers)
    .flatMap(({ elements }) => elements)
    .filter(({ type, isRequired }) => type !== "file" || isRequired);
  const isAnswered = (element: SurveyElement) =>
    element.type === "file" ? countEvidence(evidence, element.name) > 0 : isFull(element, answers[element.name]?.value) && fulfilsRules(element, data);
  const open = questions.filter((element) => !isAnswered(element));
  return { answered: questions.length - open.length, required: open.filter(({ isRequired }) => isRequired).length, total: questions.length };
}

/** Answered, and in a repeated block every required field of every panel. */
function isFull({ type, templateElements = [] }: SurveyElement, value: unknown): boolean {
  if (isBlank(value)) return false;
  if (type !== "paneldynamic") return true;
  const fields = templateElements.filter(({ isRequired }) => isRequired);
  return (value as Record<string, unknown>[]).every((panel) => fields.every(({ name }) => !isBlank(panel[name])));
}

/** The question's own rules, such as a reason that must stand beside certain answers. */
const fulfilsRules = ({ validators = [] }: SurveyElement, data: Record<string, unknown>) =>
  validators.every(({ type, expression }) => type !== "expression" || isShown(expression, data));
