import { columnOf } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "./may.ts";
import type { RequestFields } from "./request-form.ts";

/** Keeps what is written in a draft's request. False when it is not there or no longer a draft. */
export async function saveRequest(tx: Tx, scope: Scope, supervisionId: string, { dueOn, ...fields }: RequestFields): Promise<boolean> {
  if (!mayWork(scope)) forbidden();
  const { count } = await tx.supervision.updateMany({
    where: { id: supervisionId, controllerId: scope.organisationId, state: "draft" }, data: { dueOn: columnOf(dueOn), version: { increment: 1 } },
  });
  if (count === 0) return false;
  await tx.request.updateMany({ where: { supervisionId, sentAt: null }, data: { ...fields, version: { increment: 1 } } });
  await record(tx, scope, { action: "request.drafted", subject: { type: "supervision", id: supervisionId }, supervisionId });
  return true;
}
