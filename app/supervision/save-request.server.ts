import { columnOf } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "./may.ts";
import type { RequestFields } from "./request-form.ts";

export type SavedRequest = { ok: true } | { ok: false; reason: "not-draft" | "conflict" };

/**
 * Keeps what is written in a draft's request. "not-draft" when it is not there or no longer a draft; "conflict" when somebody else wrote in it
 * since `seen` (the request's version) was read.
 */
export async function saveRequest(tx: Tx, scope: Scope, supervisionId: string, { dueOn, ...fields }: RequestFields, seen: number): Promise<SavedRequest> {
  if (!mayWork(scope)) forbidden();
  // The row is taken first, so that of two who save the second finds the version gone.
  await tx.$queryRaw`select 1 from supervision where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const found = await tx.supervision.findUnique({ where: { id: supervisionId, controllerId: scope.organisationId }, select: { state: true, request: { select: { version: true } } } });
  if (found?.state !== "draft") return { ok: false, reason: "not-draft" };
  if (found.request?.version !== seen) return { ok: false, reason: "conflict" };
  await tx.supervision.update({ where: { id: supervisionId }, data: { dueOn: columnOf(dueOn), version: { increment: 1 } } });
  await tx.request.update({ where: { supervisionId, sentAt: null }, data: { ...fields, version: { increment: 1 } } });
  await record(tx, scope, { action: "request.drafted", subject: { type: "supervision", id: supervisionId }, supervisionId });
  return { ok: true };
}
