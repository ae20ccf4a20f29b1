import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";

/** Puts away an import that was not confirmed; false when it is not there or has gone further. */
export async function cancelImport(tx: Tx, scope: Scope, importId: string): Promise<boolean> {
  if (!mayWrite(scope)) return false;
  const { count } = await tx.importRun.updateMany({ where: { id: importId, controllerId: scope.organisationId, state: { in: ["uploaded", "checked"] } }, data: { state: "cancelled", version: { increment: 1 } } });
  if (count === 1) await record(tx, scope, { action: "import.cancelled", subject: { type: "import", id: importId } });
  return count === 1;
}
