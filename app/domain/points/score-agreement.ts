import { bandOf, type Band } from "../concept/concept.ts";

/** The rule set a stored score names: Datatilsynet's guide of October 2021. */
export const RULE_SET = "datatilsynet-2021-10";

/** What the scale asks: persons entrusted to this processor, and yes/no to B (art. 9), C (confidential) and D (intrusive processing). */
export type ScoreFacts = { personCount: number; specialCategories: boolean; confidential: boolean; intrusive: boolean };

/** The four parts in points, their sum (1-10) and its band. */
export type AgreementScore = { ruleSet: typeof RULE_SET; a: 1 | 2 | 3; b: 0 | 3; c: 0 | 2; d: 0 | 2; points: number; band: Band };

/** Parameter A: under 1.000 persons 1 point, 1.000-10.000 (both included) 2, more 3; RangeError unless an integer >= 0. Datatilsynet 2021, ch. 2 A. */
export function personPoints(personCount: number): 1 | 2 | 3 {
  if (!Number.isSafeInteger(personCount) || personCount < 0) {
    throw new RangeError(`personCount must be an integer of at least 0, not ${personCount}`);
  }
  if (personCount < 1000) return 1;
  return personCount <= 10_000 ? 2 : 3;
}

/** The risk score of one agreement: A + B (3) + C (2) + D (2), B and C additive. Datatilsynet 2021, ch. 2 A-D. */
export function scoreAgreement({ personCount, specialCategories, confidential, intrusive }: ScoreFacts): AgreementScore {
  const a = personPoints(personCount);
  const b = specialCategories ? 3 : 0;
  const c = confidential ? 2 : 0;
  const d = intrusive ? 2 : 0;
  const points = a + b + c + d;
  return { ruleSet: RULE_SET, a, b, c, d, points, band: bandOf(points) };
}
