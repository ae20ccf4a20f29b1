import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { openQuestions } from "../open-questions.ts";

/** One question of a return, with the revision that was sent back and the moment of the return. */
export type Returned = { question: string; revision: number; returnedAt: Date };

/**
 * The revision in which each question could last be answered anew; a question that never was returned is not in it. Of several returns of
 * one revision only the last was answered: the others were taken back. Follow-up questions open with the one they follow.
 */
export function changedQuestions(frozen: Pick<FrozenQuestionnaire, "survey">, returned: readonly Returned[], latest: number): Record<string, number> {
  const changed: Record<string, number> = {};
  for (let revision = 1; revision < latest; revision++) {
    const ofRevision = returned.filter((one) => one.revision === revision);
    const last = Math.max(...ofRevision.map(({ returnedAt }) => returnedAt.getTime()));
    const questions = ofRevision.filter(({ returnedAt }) => returnedAt.getTime() === last).map(({ question }) => question);
    for (const question of openQuestions(frozen, questions)) changed[question] = revision + 1;
  }
  return changed;
}
