import { toSurveyData } from "./answers.ts";
import { holds, parseExpression, type Expression } from "./expression.ts";
import type { Answers, FrozenQuestionnaire, SurveyElement, SurveyPage } from "./types.ts";

const parsed = new Map<string, Expression | null>();

/** Whether a condition of the questionnaire holds for SurveyJS data; without a condition it does. */
export function isShown(condition: string | undefined, data: Readonly<Record<string, unknown>>): boolean {
  if (!condition) return true;
  if (!parsed.has(condition)) {
    if (parsed.size > 2_000) parsed.clear();
    parsed.set(condition, parseExpression(condition));
  }
  const expression = parsed.get(condition);
  return expression ? holds(expression, data) : true;
}

/** The pages and questions that these answers make visible. */
export function listVisible({ survey }: Pick<FrozenQuestionnaire, "survey">, answers: Answers): { page: SurveyPage; elements: SurveyElement[] }[] {
  const data = toSurveyData(answers);
  return survey.pages
    .filter((page) => isShown(page.visibleIf, data))
    .map((page) => ({ page, elements: page.elements.filter((element) => isShown(element.visibleIf, data)) }));
}
