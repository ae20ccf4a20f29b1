import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayConclude } from "../may.ts";
import { takeProposal } from "./take-proposal.server.ts";

export type DeclineResult = { ok: true } | { ok: false; reason: "not-found" | "decided" | "no-longer-late" | "needs-reason" };

/** The DPO stays with the concept, and says why; the ladder of this supervision ends there. */
export async function declineStepUp(tx: Tx, scope: Scope, { supervisionId, reason, at }: { supervisionId: string; reason: string; at: Date }): Promise<DeclineResult> {
  if (!mayConclude(scope)) forbidden();
  if (reason.trim() === "") return { ok: false, reason: "needs-reason" };
  const proposal = await takeProposal(tx, scope, supervisionId);
  if (!proposal.ok) return proposal;
  const { id, fromConcept, toConcept } = proposal;
  await tx.escalation.update({ where: { id }, data: { state: "declined", reason: reason.trim(), decidedById: scope.personId, decidedByName: scope.personName, decidedAt: at } });
  await record(tx, scope, { action: "escalation.step-up-declined", subject: { type: "supervision", id: supervisionId }, supervisionId, detail: { fromConcept, toConcept, reason: reason.trim() } });
  return { ok: true };
}
