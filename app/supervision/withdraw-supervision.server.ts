import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { mayMove, SUPERVISION_STATES } from "#app/domain/lifecycle/supervision-state.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "./may.ts";
import { takeSentRequest } from "./sent-request.server.ts";

export type WithdrawResult = { ok: true } | { ok: false; reason: "not-found" | "too-late" | "needs-reason" };

/** The states a supervision can be withdrawn from (product.md §3). */
export const WITHDRAWABLE = SUPERVISION_STATES.filter((state) => mayMove(state, "withdrawn"));

/** Withdraws a supervision with a reason; the processor reads it where the request was sent. Withdrawing twice changes nothing. */
export async function withdrawSupervision(tx: Tx, scope: Scope, { supervisionId, reason, at }: { supervisionId: string; reason: string; at: Date }): Promise<WithdrawResult> {
  if (!mayWork(scope)) forbidden();
  if (reason.trim() === "") return { ok: false, reason: "needs-reason" };
  const { count } = await tx.supervision.updateMany({
    where: { id: supervisionId, controllerId: scope.organisationId, state: { in: WITHDRAWABLE } },
    data: { state: "withdrawn", withdrawnAt: at, withdrawReason: reason.trim(), version: { increment: 1 } },
  });
  if (count === 0) {
    const found = await tx.supervision.findUnique({ where: { id: supervisionId, controllerId: scope.organisationId }, select: { state: true } });
    if (!found) return { ok: false, reason: "not-found" };
    return found.state === "withdrawn" ? { ok: true } : { ok: false, reason: "too-late" };
  }
  // A concern that opened it waits for another supervision.
  await tx.concern.updateMany({ where: { supervisionId }, data: { supervisionId: null } });
  await closeThreads(tx, scope, supervisionId);
  await tellProcessor(tx, scope, supervisionId);
  await record(tx, scope, { action: "supervision.withdrawn", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { reason: reason.trim() } });
  return { ok: true };
}

/** Nobody waits for an answer any more. */
async function closeThreads(tx: Tx, scope: Scope, supervisionId: string): Promise<void> {
  const closed = await tx.$queryRaw<{ id: string }[]>`update clarification set closed_at = now(), closed_by_name = ${scope.personName}
    where supervision_id = ${supervisionId}::uuid and closed_at is null returning id`;
  for (const { id } of closed) await record(tx, scope, { action: "clarification.closed", subject: { type: "clarification", id }, supervisionId, shared: true });
}

/** Who was asked hears of it; nobody, where nothing was sent or they have not come in yet. */
async function tellProcessor(tx: Tx, scope: Scope, supervisionId: string): Promise<void> {
  const found = await takeSentRequest(tx, scope, supervisionId);
  if (!found?.processorId) return;
  const { controllerName: controller, processorName: processor, title, to, language } = found;
  await queueMail(tx, scope, { kind: "request-withdrawn", dedupeKey: `request-withdrawn:${supervisionId}`, to, language, supervisionId, values: { controller, processor, title } });
}
