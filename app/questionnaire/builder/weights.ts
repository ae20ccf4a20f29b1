import { LEVEL_VALUE, type Level } from "#app/domain/scoring/level.ts";
import { questionsOf, type Draft, type DraftQuestion } from "./draft.ts";
import { canCount } from "./question-types.ts";

/** How the score of a questionnaire comes about (product.md §4): the weights, their sum, and what one question is worth. */
export type Weights = { sum: number; counting: number; critical: number; byWeight: { weight: 1 | 2 | 3; questions: number; sum: number }[] };

/** Whether the question's answers count in the score. */
export const counts = ({ type, weight }: Pick<DraftQuestion, "type" | "weight">): boolean => weight > 0 && canCount(type);

/** The sum of weights when every question is asked and applies. */
export function weightsOf(draft: Pick<Draft, "pages">): Weights {
  const counting = questionsOf(draft).filter(counts);
  const byWeight = ([3, 2, 1] as const).map((weight) => {
    const questions = counting.filter((one) => one.weight === weight).length;
    return { weight, questions, sum: questions * weight };
  });
  return { sum: byWeight.reduce((total, { sum }) => total + sum, 0), counting: counting.length, critical: counting.filter(({ critical }) => critical).length, byWeight };
}

/** What each answer of a question earns of its weight; null is left out of the score. */
export function earningsOf({ choices, weight }: Pick<DraftQuestion, "choices" | "weight">): { value: string; level: Level; points: number | null }[] {
  return choices.flatMap(({ value, level }) => {
    if (level === null) return [];
    const share = LEVEL_VALUE[level];
    return [{ value, level, points: share === null ? null : share * weight }];
  });
}

/** Minutes to answer, estimated: half a minute to choose, one to write a line, two for a comment, a long text or a row, two to find evidence that is demanded and one to find what is not. */
export function estimateMinutes(draft: Pick<Draft, "pages">): number {
  const total = questionsOf(draft).reduce((sum, { type, comment, evidence }) => {
    const own = type === "rows" || type === "long-text" ? 2 : type === "file" ? 2 : comment ? 2 : ["text", "email"].includes(type) ? 1 : 0.5;
    return sum + own + (evidence === "required" ? 2 : evidence === "optional" ? 1 : 0);
  }, 0);
  return Math.min(600, Math.max(1, Math.ceil(total)));
}
