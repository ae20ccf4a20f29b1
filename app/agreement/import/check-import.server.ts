import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import type { ImportMapping, RowError } from "./import-field.ts";
import { agreementKey, knownRegister, processorKey } from "./known-register.server.ts";
import { readRow } from "./read-row.ts";
import type { ReadRow } from "./read-row.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type CheckedImport = { ok: true; good: number; bad: number } | { ok: false; reason: "role" | "not-found" | "not-open" | "no-name" };

/** Takes the columns as chosen, reads every row by them and keeps what is wrong with each. May be done again until the import is confirmed. */
export async function checkImport(tx: Tx, scope: Scope, { importId, mapping, words }: { importId: string; mapping: ImportMapping; words: Vocabulary }): Promise<CheckedImport> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const controllerId = scope.organisationId;
  await tx.$queryRaw`select 1 from import_run where id = ${importId}::uuid and controller_id = ${controllerId}::uuid for update`;
  const run = await tx.importRun.findUnique({ where: { id: importId, controllerId }, select: { state: true, columns: true } });
  if (!run) return { ok: false, reason: "not-found" };
  if (run.state !== "uploaded" && run.state !== "checked") return { ok: false, reason: "not-open" };
  if (mapping.columns.processorName === undefined) return { ok: false, reason: "no-name" };
  const rows = await tx.importRow.findMany({ where: { importId }, select: { position: true, cells: true }, orderBy: { position: "asc" } });
  const read = rows.map(({ position, cells }) => ({ position, row: readRow(cells, mapping, words) }));
  const found = await errorsOf(tx, controllerId, read);
  await tx.$executeRaw`update import_row r set errors = d.errors::jsonb from unnest(${found.map(({ position }) => position)}::int[], ${found.map(({ errors }) => JSON.stringify(errors))}::text[]) d(position, errors)
    where r.import_id = ${importId}::uuid and r.position = d.position`;
  const bad = found.filter(({ errors }) => errors.length > 0).length;
  const good = found.length - bad;
  await tx.importRun.update({ where: { id: importId }, data: { state: "checked", mapping: mapping as object, goodCount: good, version: { increment: 1 } } });
  return { ok: true, good, bad };
}

/** Every row's errors: its own, and that what it brings stands in the register or further up in the file already. */
async function errorsOf(tx: Tx, controllerId: string, read: readonly { position: number; row: ReadRow }[]): Promise<{ position: number; errors: RowError[] }[]> {
  const register = await knownRegister(tx, controllerId, read.flatMap(({ row }) => (row.ok ? row : [])));
  const inFile = new Set<string>();
  const firstIn = (key: string) => inFile.size !== inFile.add(key).size;
  return read.map(({ position, row }) => {
    if (!row.ok) return { position, errors: row.errors };
    const registered = register.processorId(row.processor);
    const processor = registered ?? processorKey(row.processor);
    if (row.agreement === null) {
      if (registered) return { position, errors: [{ field: "processorName", code: "imports:error.processorExists" }] };
      return { position, errors: firstIn(processor) ? [] : [{ field: "processorName", code: "imports:error.twice" }] };
    }
    inFile.add(processor);
    const agreement = agreementKey(processor, row.agreement);
    if (register.agreements.has(agreement)) return { position, errors: [{ field: "agreementTitle", code: "imports:error.exists" }] };
    return { position, errors: firstIn(agreement) ? [] : [{ field: "agreementTitle", code: "imports:error.twice" }] };
  });
}
