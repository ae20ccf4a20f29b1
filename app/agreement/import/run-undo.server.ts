import { recordMany } from "#app/audit/record-many.server.ts";
import { record } from "#app/audit/record.server.ts";
import { now } from "#app/config/clock.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

/** Agreements, and processors, of one transaction. */
const BATCH = 250;

/** The person who asked for it: what is removed is removed in that name. */
type Remover = Pick<Scope, "side" | "organisationId" | "organisationName" | "personId" | "personName" | "roles">;

/**
 * Takes back what an import registered, where nobody has worked on it since: agreements first, then processors left without any; batch by batch, each
 * in one transaction with an entry in the trail for each thing removed. Killed at any moment it goes on where it stopped. Does nothing to an import that
 * is not being undone.
 */
export async function runUndo({ organisationId, importId }: { organisationId: string; importId: string }): Promise<void> {
  const job = jobScope(organisationId, "controller");
  const run = await withTenant(job, (tx) => tx.importRun.findUnique({ where: { id: importId, controllerId: organisationId, state: "undoing" }, select: { undoneById: true, undoneByName: true } }), { readOnly: true });
  if (!run?.undoneById) return;
  const scope: Remover = { ...job, personId: run.undoneById, personName: run.undoneByName };
  while (await withTenant(scope, (tx) => undoBatch(tx, scope, importId)));
}

/** Removes the next agreements or, when they are through, the next processors; false once nothing is left. */
async function undoBatch(tx: Tx, scope: Remover, importId: string): Promise<boolean> {
  const where = { id: importId, controllerId: scope.organisationId };
  await tx.$queryRaw`select 1 from import_run where id = ${importId}::uuid for update`;
  const run = await tx.importRun.findUnique({ where, select: { state: true, fileName: true, removedCount: true, removedProcessors: true, keptCount: true } });
  if (run?.state !== "undoing") return false;
  const of = { import: importId, fileName: run.fileName };
  const agreements = await tx.$queryRaw<{ id: string; title: string; processor_id: string; removed: boolean }[]>`select id, title, processor_id, removed from app.undo_agreements(${importId}::uuid, ${BATCH}::int)`;
  if (agreements.length > 0) {
    const removed = agreements.filter((one) => one.removed);
    await recordMany(tx, scope, removed.map(({ id, title, processor_id: processor }) => ({ action: "agreement.removed", subject: { type: "agreement", id }, detail: { title, processor, ...of } })));
    await tx.importRun.update({ where, data: { removedCount: { increment: removed.length }, keptCount: { increment: agreements.length - removed.length } } });
    return true;
  }
  const processors = await tx.$queryRaw<{ id: string; name: string; cvr: string | null; removed: boolean }[]>`select id, name, cvr, removed from app.undo_processors(${importId}::uuid, ${BATCH}::int)`;
  if (processors.length > 0) {
    const removed = processors.filter((one) => one.removed);
    await recordMany(tx, scope, removed.map(({ id, name, cvr }) => ({ action: "processor.removed", subject: { type: "processor", id }, detail: { name, cvr, ...of } })));
    await tx.importRun.update({ where, data: { removedProcessors: { increment: removed.length } } });
    return true;
  }
  await tx.importRun.update({ where, data: { state: "undone", undoneAt: now(), version: { increment: 1 } } });
  await record(tx, scope, { action: "import.undone", subject: { type: "import", id: importId }, detail: { removed: run.removedCount, processors: run.removedProcessors, kept: run.keptCount } });
  return false;
}
