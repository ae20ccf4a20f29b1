import { isMailAddress } from "#app/mail/one-line.ts";
import { refuseToOpen } from "../allowed-concepts.ts";
import type { InForce, OpenRefusal } from "../allowed-concepts.ts";

/** Why an agreement of a round cannot be sent its request; texts round:refusal.*. */
export type ItemRefusal = OpenRefusal | "ended" | "concept-changed" | "plan-changed" | "awaiting-approval" | "under-way" | "no-email" | "failed";
export const ITEM_REFUSALS = [
  "ended", "no-score", "outdated", "no-concept", "only-on-concern", "below-band", "concept-changed", "plan-changed", "awaiting-approval", "under-way", "no-email", "failed",
] as const satisfies readonly ItemRefusal[];

/**
 * What is looked at before an agreement's request goes with a round. `concept` is the one the round picked it with; `carriedByForce`: as the concept in
 * force, not as a supplement of the plan; `planChanged`: the plan has something else due by the round's day now.
 */
export type ItemFacts = { status: string; concept: number; carriedByForce: boolean; planChanged: boolean; inForce: InForce; awaitingApproval: boolean; underWay: boolean; email: string };

/** What speaks against sending, the first there is: the same as for a single supervision, and nothing twice. */
export function refuseItem({ status, concept, carriedByForce, planChanged, inForce, awaitingApproval, underWay, email }: ItemFacts): ItemRefusal | null {
  if (status !== "active") return "ended";
  const refusal = refuseToOpen(inForce, concept, false);
  if (refusal && refusal !== "below-band") return refusal;
  if (carriedByForce && inForce.concept !== concept) return "concept-changed";
  if (planChanged) return "plan-changed";
  if (refusal) return refusal;
  if (awaitingApproval) return "awaiting-approval";
  if (underWay) return "under-way";
  return isMailAddress(email) ? null : "no-email";
}
