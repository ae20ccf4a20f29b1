import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { mayWork } from "../may.ts";

/** Closes a thread as clarified; false when it is not there or closed already. */
export async function closeClarification(tx: Tx, scope: Scope, clarificationId: string): Promise<boolean> {
  if (!mayWork(scope)) throw forbidden();
  const found = await tx.clarification.findUnique({ where: { id: clarificationId, controllerId: scope.organisationId }, select: { supervisionId: true } });
  if (!found) return false;
  const { supervisionId } = found;
  await lockCase(tx, supervisionId);
  const closed = await tx.$executeRaw`update clarification set closed_at = now(), closed_by_name = ${scope.personName} where id = ${clarificationId}::uuid and closed_at is null`;
  if (closed === 0) return false;
  await record(tx, scope, { action: "clarification.closed", subject: { type: "clarification", id: clarificationId }, supervisionId, shared: true });
  await refreshCase(tx, scope, supervisionId);
  return true;
}
