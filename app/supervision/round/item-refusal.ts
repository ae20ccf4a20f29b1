import { isMailAddress } from "#app/mail/one-line.ts";
import { refuseToOpen } from "../allowed-concepts.ts";
import type { InForce, OpenRefusal } from "../allowed-concepts.ts";

/** Why an agreement of a round cannot be sent its request; texts round:refusal.*. */
export type ItemRefusal = OpenRefusal | "ended" | "concept-changed" | "awaiting-approval" | "under-way" | "no-email" | "failed";
export const ITEM_REFUSALS = [
  "ended", "no-score", "outdated", "no-concept", "only-on-concern", "below-band", "concept-changed", "awaiting-approval", "under-way", "no-email", "failed",
] as const satisfies readonly ItemRefusal[];

/** What is looked at before an agreement's request goes with a round. `concept` is the one the round picked it with. */
export type ItemFacts = { status: string; concept: number; inForce: InForce; awaitingApproval: boolean; underWay: boolean; email: string };

/** What speaks against sending, the first there is: the same as for a single supervision, and nothing twice. */
export function refuseItem({ status, concept, inForce, awaitingApproval, underWay, email }: ItemFacts): ItemRefusal | null {
  if (status !== "active") return "ended";
  const refusal = refuseToOpen(inForce, concept, false);
  if (refusal === "below-band" && inForce.concept !== concept) return "concept-changed";
  if (refusal) return refusal;
  if (inForce.concept !== concept) return "concept-changed";
  if (awaitingApproval) return "awaiting-approval";
  if (underWay) return "under-way";
  return isMailAddress(email) ? null : "no-email";
}
