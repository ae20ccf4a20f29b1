import { scoreAnswers, type AnswerScore, type ScoredItem } from "./score-answers.ts";

/** A group of questions, e.g. a page of the questionnaire. */
export type QuestionGroup = { id: string; questions: readonly string[] };

/** The score of one group beside its arithmetic; its parts add up with the others' to the total. */
export type GroupScore = AnswerScore & { id: string };

/**
 * The arithmetic of the total, group by group, in the order of the groups; what is in no group stands last, under "". A group without a
 * scored question is left out. Weights and earned parts of all groups sum to those of the total; the per cents do not. product.md §4.
 */
export function scoreGroups(items: readonly ScoredItem[], groups: readonly QuestionGroup[]): GroupScore[] {
  const home = new Map<string, string>();
  for (const { id, questions } of groups) for (const question of questions) if (!home.has(question)) home.set(question, id);
  const ids = [...new Set([...groups.map(({ id }) => id), ""])];
  return ids
    .map((id) => ({ id, own: items.filter(({ question }) => (home.get(question) ?? "") === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ id, own }) => ({ id, ...scoreAnswers(own) }));
}
