import { countedLevel, LEVEL_VALUE, type Level, type ScoredItem } from "./level.ts";

export type { Level, ScoredItem };

/** One line of the arithmetic; a question left out has possible 0. */
export type ScoreLine = { question: string; weight: number; level: Level; earned: number; possible: number };

/** The score in whole per cent, null when nothing can be scored, beside its arithmetic in weight units. */
export type AnswerScore = { score: number | null; earned: number; possible: number; lines: ScoreLine[] };

/**
 * Sum of weight x level over sum of weight, times 100, rounded half up; empty, never 0, when nothing can be scored. product.md §4.
 * The claimed score passes no `naAccepted`, so not-applicable is left out; in the assessed score a rejected one counts as unanswered.
 */
export function scoreAnswers(items: readonly ScoredItem[]): AnswerScore {
  const lines = items.map((item): ScoreLine => {
    const level = countedLevel(item);
    const value = LEVEL_VALUE[level];
    const { question, weight } = item;
    return value === null ? { question, weight, level, earned: 0, possible: 0 } : { question, weight, level, earned: weight * value, possible: weight };
  });
  const earned = lines.reduce((sum, line) => sum + line.earned, 0);
  const possible = lines.reduce((sum, line) => sum + line.possible, 0);
  return { score: possible === 0 ? null : Math.round((100 * earned) / possible), earned, possible, lines };
}
