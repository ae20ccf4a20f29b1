import { bandOf, isAllowed } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";

/** Whether a choice of concept still stands on new points: it is allowed, or it was approved against a demand at least as high. */
export function survivesRescore(choice: { concept: Concept; minimum: number; belowBand: boolean }, points: number): boolean {
  return isAllowed(points, choice.concept) || (choice.belowBand && bandOf(points).minimum <= choice.minimum);
}
