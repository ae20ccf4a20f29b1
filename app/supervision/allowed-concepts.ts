import { bandOf, CONCEPTS } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";

/**
 * What is in force for the agreement; `belowBandApproved` only where a DPO approved the choice, `outdated` where it has changed since it was scored,
 * `planned` the concepts that supplement it in its plan.
 */
export type InForce = { points: number | null; concept: number | null; belowBandApproved: boolean; outdated?: boolean; planned?: readonly number[] };
export type OpenRefusal = "no-score" | "outdated" | "no-concept" | "only-on-concern" | "below-band";

/** The concepts with which a supervision may be opened now: those of the band, an approved choice below it, and supplements of the plan, which may be lower (004:292). Concept 1 asks nothing. Datatilsynet 2021, ch. 4. */
export function conceptsToOpen({ points, concept, belowBandApproved, planned = [] }: InForce): Exclude<Concept, 1>[] {
  if (points === null) return [];
  const band = bandOf(points).allowed;
  return CONCEPTS.filter((one): one is Exclude<Concept, 1> => one > 1 && (band.includes(one) || planned.includes(one) || (belowBandApproved && one === concept)));
}

/** Why a supervision may not be opened with this concept, or null. Under concept 1 only a concern opens one (domain.md §2.1). */
export function refuseToOpen(inForce: InForce, concept: number, hasConcern: boolean): OpenRefusal | null {
  if (inForce.points === null) return "no-score";
  if (inForce.outdated) return "outdated";
  if (inForce.concept === null) return "no-concept";
  if (inForce.concept === 1 && !hasConcern) return "only-on-concern";
  return conceptsToOpen(inForce).some((one) => one === concept) ? null : "below-band";
}
