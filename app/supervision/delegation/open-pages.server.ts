import { listVisible } from "#app/questionnaire/visible.ts";
import type { FrozenQuestionnaire, SurveyPage } from "#app/questionnaire/types.ts";
import type { Answering } from "../answering.server.ts";
import { draftOf, isOpenFor } from "../write-answer.server.ts";

/** The pages of a request that can be answered now: visible with the draft answers, and with a question that is not locked. */
export function openPages(frozen: FrozenQuestionnaire, answering: Answering): SurveyPage[] {
  return listVisible(frozen, draftOf(answering)).filter(({ elements }) => elements.some(({ name }) => isOpenFor(answering, frozen, name))).map(({ page }) => page);
}
