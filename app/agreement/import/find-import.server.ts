import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { ImportMapping, RowError } from "./import-field.ts";

export type ImportState = "uploaded" | "checked" | "importing" | "done" | "undoing" | "undone" | "cancelled";
export type ImportedRow = { position: number; cells: string[]; errors: RowError[]; processorId: string | null; agreementId: string | null; undoneAgreement: string; undoneProcessor: string };
export type ImportShow = "all" | "bad" | "good";

const head = {
  id: true, fileName: true, state: true, columns: true, mapping: true, rowCount: true, goodCount: true, doneCount: true, version: true, createdByName: true, createdAt: true, finishedAt: true, undoneAt: true,
  undoneByName: true, keptCount: true, removedCount: true, removedProcessors: true,
} satisfies Prisma.ImportRunSelect;

/** Before columns are chosen. */
const NO_MAPPING: ImportMapping = { columns: {}, transfers: "" };

type Stored = Prisma.ImportRunGetPayload<{ select: typeof head }>;
const present = ({ state, mapping, createdAt, finishedAt, undoneAt, ...run }: Stored) => ({
  ...run, state: state as ImportState, mapping: { ...NO_MAPPING, ...(mapping as unknown as Partial<ImportMapping>) }, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, undoneAt: undoneAt?.toISOString() ?? null,
});
export type ImportView = ReturnType<typeof present>;

/** One import of the controller in context with a part of its rows and, while it is being undone, how many agreements it made; null when it is not there. */
export async function findImport(tx: Tx, controllerId: string, importId: string | undefined, { show, skip, take }: { show: ImportShow; skip: number; take: number }) {
  if (!isRowId(importId)) return null;
  const run = await tx.importRun.findUnique({ where: { id: importId, controllerId }, select: head });
  if (!run) return null;
  const isGood = { equals: [] };
  const where: Prisma.ImportRowWhereInput = { importId, ...(show === "good" ? { errors: isGood } : show === "bad" ? { NOT: { errors: isGood } } : {}) };
  const total = await tx.importRow.count({ where });
  const rows = await tx.importRow.findMany({ where, orderBy: { position: "asc" }, skip, take, select: { position: true, cells: true, errors: true, processorId: true, agreementId: true, undoneAgreement: true, undoneProcessor: true } });
  const sample = await tx.importRow.findFirst({ where: { importId }, orderBy: { position: "asc" }, select: { cells: true } });
  const agreements = run.state === "undoing" ? await tx.importRow.count({ where: { importId, agreementId: { not: null } } }) : 0;
  return { run: present(run), agreements, total, sample: sample?.cells ?? [], rows: rows.map(({ errors, ...row }): ImportedRow => ({ ...row, errors: errors as RowError[] })) };
}

/** The controller's imports, newest first; at most 100. */
export async function listImports(tx: Tx, controllerId: string): Promise<ImportView[]> {
  return (await tx.importRun.findMany({ where: { controllerId }, select: head, orderBy: { createdAt: "desc" }, take: 100 })).map(present);
}
