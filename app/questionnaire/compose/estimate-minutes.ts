import { UNCHANGED } from "../answer-levels.ts";
import type { Survey, SurveyElement } from "../types.ts";

/** Minutes one question of a kind takes, as we have timed it: reading, finding out, writing. */
const minutesOf: Readonly<Record<SurveyElement["type"], number>> = { radiogroup: 0.5, dropdown: 0.5, boolean: 0.4, checkbox: 1, text: 0.5, comment: 2, paneldynamic: 0, file: 0.5 };
/** What depends on another answer is asked of some. */
const SHARE_OF_CONDITIONAL = 0.3;

/** How long the questionnaire takes to answer, in whole minutes: counted from its questions, so that both sides are told the same. At least one. */
export function estimateMinutes({ pages }: Pick<Survey, "pages">): number {
  const all = pages.flatMap((page) => page.elements.map((element) => ({ element, conditional: Boolean(page.visibleIf ?? element.visibleIf) })));
  const total = all.reduce((sum, { element, conditional }) => sum + timeOf(element) * (conditional ? SHARE_OF_CONDITIONAL : 1), 0);
  return Math.max(1, Math.round(total));
}

function timeOf({ type, showCommentArea, isRequired, templateElements = [], choices = [] }: SurveyElement): number {
  const comment = showCommentArea && choices[0]?.value !== UNCHANGED ? 1.5 : 0; // a confirmation is one click
  const file = type === "file" && isRequired ? 1.5 : 0;
  return minutesOf[type] + comment + file + templateElements.reduce((sum, field) => sum + timeOf(field), 0);
}
