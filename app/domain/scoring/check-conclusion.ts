import type { Outcome, Proposal } from "./propose-conclusion.ts";

/** Accepted, refused whatever the reason, or a deviation that still needs one. */
export type ConclusionCheck = { ok: true } | { ok: false; reason: "blocking-finding-open" | "blocking-risk-accepted" | "special-requirement-unclarified" | "deviation-needs-reason" };

/**
 * Whether people may conclude so. "In order" is refused, reason or not, while a blocking finding or a clarification on a special
 * requirement is open, and where the risk of a blocking one was accepted: a limited-assurance statement at 7-10 points is never in
 * order (Datatilsynet 2021, concept 5); accepted, it is a remark. Any other decision against the proposal takes a reason. product.md §4.
 */
export function checkConclusion({ proposal, outcome, reason }: { proposal: Proposal; outcome: Outcome; reason: string | null }): ConclusionCheck {
  if (outcome === "in-order") {
    if (proposal.reasons.includes("blocking-finding-open")) return { ok: false, reason: "blocking-finding-open" };
    if (proposal.reasons.includes("blocking-risk-accepted")) return { ok: false, reason: "blocking-risk-accepted" };
    if (proposal.reasons.includes("special-requirement-unclarified")) return { ok: false, reason: "special-requirement-unclarified" };
  }
  if (outcome !== proposal.outcome && !reason?.trim()) return { ok: false, reason: "deviation-needs-reason" };
  return { ok: true };
}
