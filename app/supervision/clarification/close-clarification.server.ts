import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { mayWork } from "../may.ts";

/** Closes a thread as clarified; false when it is not there or closed already. */
export async function closeClarification(tx: Tx, scope: Scope, clarificationId: string): Promise<boolean> {
  if (!mayWork(scope)) throw forbidden();
  const closed = await tx.$queryRaw<{ supervision_id: string }[]>`update clarification set closed_at = now(), closed_by_name = ${scope.personName}
    where id = ${clarificationId}::uuid and controller_id = ${scope.organisationId}::uuid and closed_at is null returning supervision_id`;
  const supervisionId = closed[0]?.supervision_id;
  if (!supervisionId) return false;
  await record(tx, scope, { action: "clarification.closed", subject: { type: "clarification", id: clarificationId }, supervisionId, shared: true });
  await refreshCase(tx, scope, supervisionId);
  return true;
}
