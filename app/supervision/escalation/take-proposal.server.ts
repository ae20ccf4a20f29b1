import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** The step-up proposed on a supervision of the scope's, held for the one who decides it; "decided" when somebody was there before, "no-longer-late" when the due date it was about is no longer the one. */
export async function takeProposal(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string): Promise<{ ok: true; id: string; fromConcept: number; toConcept: number } | { ok: false; reason: "not-found" | "decided" | "no-longer-late" }> {
  await tx.$queryRaw`select 1 from supervision where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const supervision = await tx.supervision.findUnique({ where: { id: supervisionId, controllerId: scope.organisationId }, select: { dueOn: true } });
  const found = await tx.escalation.findFirst({ where: { supervisionId, controllerId: scope.organisationId, step: "step-up" }, orderBy: { at: "desc" }, select: { id: true, state: true, dueOn: true, fromConcept: true, toConcept: true } });
  if (!found?.fromConcept || !found.toConcept) return { ok: false, reason: "not-found" };
  if (found.state === "proposed" && found.dueOn.getTime() !== supervision?.dueOn?.getTime()) return { ok: false, reason: "no-longer-late" };
  return found.state === "proposed" ? { ok: true, id: found.id, fromConcept: found.fromConcept, toConcept: found.toConcept } : { ok: false, reason: "decided" };
}
