import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { jobKeyOf } from "./job-key.ts";

export type UndoneImport = { ok: true } | { ok: false; reason: "role" | "not-found" | "not-done" };

/** Lets what an import registered be taken back, by the worker (`runUndo`). A second click changes nothing. */
export async function undoImport(tx: Tx, scope: Scope, importId: string): Promise<UndoneImport> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const where = { id: importId, controllerId: scope.organisationId };
  const { count } = await tx.importRun.updateMany({ where: { ...where, state: "done" }, data: { state: "undoing", undoneById: scope.personId, undoneByName: scope.personName, version: { increment: 1 } } });
  if (count === 0) {
    const run = await tx.importRun.findUnique({ where, select: { state: true } });
    if (!run) return { ok: false, reason: "not-found" };
    return run.state === "undoing" || run.state === "undone" ? { ok: true } : { ok: false, reason: "not-done" };
  }
  await record(tx, scope, { action: "import.undo-begun", subject: { type: "import", id: importId } });
  await enqueue(tx, "import-agreements", { organisationId: scope.organisationId, importId }, jobKeyOf(importId, "undoing"));
  return { ok: true };
}
