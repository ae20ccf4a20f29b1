import { now } from "#app/config/clock.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";

export type UndoneImport = { ok: true; removed: number; processors: number; kept: number } | { ok: false; reason: "role" | "not-found" | "not-done" };

/** Takes back what an import registered, where nobody has worked on it since: agreements first, then processors left without any. The rows and the trail stay. */
export async function undoImport(tx: Tx, scope: Scope, importId: string): Promise<UndoneImport> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const where = { id: importId, controllerId: scope.organisationId };
  if ((await tx.importRun.count({ where })) === 0) return { ok: false, reason: "not-found" };
  const { count } = await tx.importRun.updateMany({ where: { ...where, state: "done" }, data: { state: "undone", undoneAt: now(), version: { increment: 1 } } });
  if (count === 0) return { ok: false, reason: "not-done" };
  const [done] = await tx.$queryRaw<{ removed: number; processors: number; kept: number }[]>`select removed, processors, kept from app.undo_import(${importId}::uuid)`;
  if (!done) throw new Error("An import was undone without an answer");
  await record(tx, scope, { action: "import.undone", subject: { type: "import", id: importId }, detail: done });
  return { ok: true, ...done };
}
