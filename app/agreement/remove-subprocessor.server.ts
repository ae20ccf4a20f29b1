import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { branchOf } from "./chain.ts";
import { mayWrite } from "./may.ts";
import { subprocessors } from "./subprocessors.server.ts";

export type RemovedSubprocessor = { ok: true; count: number } | { ok: false; reason: "role" | "gone" };

/** Removes a sub-processor and all under it from the chain; the rows stay as removed. */
export async function removeSubprocessor(tx: Tx, scope: Scope, agreementId: string, id: string, at: Date): Promise<RemovedSubprocessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const chain = subprocessors(tx, scope);
  const rows = await chain.list(agreementId);
  const found = rows.find((row) => row.id === id);
  const branch = branchOf(rows, id);
  const count = found ? await chain.remove(agreementId, branch, at) : 0;
  if (!found || count === 0) return { ok: false, reason: "gone" };
  await record(tx, scope, { action: "subprocessor.removed", subject: { type: "agreement", id: agreementId }, detail: { name: found.name, names: rows.filter((row) => branch.includes(row.id) && row.id !== id).map(({ name }) => name) } });
  return { ok: true, count };
}
