import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { jobKeyOf } from "./job-key.ts";

export type ConfirmedImport = { ok: true } | { ok: false; reason: "role" | "not-found" | "not-checked" | "nothing-good" | "changed" };

/** Lets the rows without errors be registered, by the worker. The import must be as the person saw it; a second click changes nothing. */
export async function confirmImport(tx: Tx, scope: Scope, { importId, version }: { importId: string; version: number }): Promise<ConfirmedImport> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const where = { id: importId, controllerId: scope.organisationId };
  const run = await tx.importRun.findUnique({ where, select: { state: true, version: true, goodCount: true, rowCount: true } });
  if (!run) return { ok: false, reason: "not-found" };
  if (run.state === "importing" || run.state === "done") return { ok: true };
  if (run.state !== "checked") return { ok: false, reason: "not-checked" };
  if (run.goodCount === 0) return { ok: false, reason: "nothing-good" };
  const { count } = await tx.importRun.updateMany({ where: { ...where, state: "checked", version }, data: { state: "importing", version: { increment: 1 } } });
  if (count === 0) return { ok: false, reason: "changed" };
  await record(tx, scope, { action: "import.confirmed", subject: { type: "import", id: importId }, detail: { rows: run.goodCount, leftOut: run.rowCount - run.goodCount } });
  await enqueue(tx, "import-agreements", { organisationId: scope.organisationId, importId }, jobKeyOf(importId, "importing"));
  return { ok: true };
}
