import { randomUUID } from "node:crypto";
import { now } from "#app/config/clock.server.ts";
import { recordMany } from "#app/audit/record-many.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { insertRows } from "#app/db/insert-rows.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { registerAgreements } from "../register-agreements.server.ts";
import type { AgreementToRegister } from "../register-agreements.server.ts";
import { importVocabulary } from "./import-vocabulary.server.ts";
import type { ImportMapping, RowError } from "./import-field.ts";
import { agreementKey, knownRegister, processorKey } from "./known-register.server.ts";
import { readRow } from "./read-row.ts";
import type { RowProcessor } from "./read-row.ts";

/** Rows of one transaction. */
const BATCH = 500;

/**
 * Registers the rows of a confirmed import, batch by batch, each batch in one transaction with its entries in the trail: killed at any
 * moment it goes on where it stopped, and no row is registered twice. Run again on a finished import it does nothing.
 */
export async function runImport({ organisationId, importId }: { organisationId: string; importId: string }): Promise<void> {
  const job = jobScope(organisationId, "controller");
  const run = await withTenant(job, (tx) => tx.importRun.findUnique({ where: { id: importId, controllerId: organisationId }, select: { createdById: true, createdByName: true } }), { readOnly: true });
  if (!run) return;
  const scope: Registrar = { ...job, personId: run.createdById, personName: run.createdByName };
  while ((await withTenant(scope, (tx) => registerBatch(tx, scope, importId))) > 0);
}

/** The person whose import it is: its rows are registered in that name. */
type Registrar = Pick<Scope, "side" | "organisationId" | "organisationName" | "personId" | "personName" | "roles">;

/** Registers the next rows; how many were looked at, 0 when there are none left. */
async function registerBatch(tx: Tx, scope: Registrar, importId: string): Promise<number> {
  const controllerId = scope.organisationId;
  await tx.$queryRaw`select 1 from import_run where id = ${importId}::uuid for update`;
  const run = await tx.importRun.findUnique({ where: { id: importId, controllerId }, select: { state: true, mapping: true, doneCount: true } });
  if (run?.state !== "importing") return 0;
  const waiting = await tx.importRow.findMany({ where: { importId, errors: { equals: [] }, processorId: null }, orderBy: { position: "asc" }, take: BATCH, select: { position: true, cells: true } });
  if (waiting.length === 0) {
    await tx.importRun.update({ where: { id: importId }, data: { state: "done", finishedAt: now(), version: { increment: 1 } } });
    await record(tx, scope, { action: "import.done", subject: { type: "import", id: importId }, detail: { rows: run.doneCount } });
    return 0;
  }
  const made = await register(tx, scope, waiting, run.mapping as unknown as ImportMapping);
  await tx.$executeRaw`update import_row r set processor_id = d.processor, agreement_id = d.agreement, made_processor = d.made, errors = d.errors::jsonb
    from unnest(${made.map(({ position }) => position)}::int[], ${made.map(({ processorId }) => processorId)}::uuid[], ${made.map(({ agreementId }) => agreementId)}::uuid[],
      ${made.map(({ madeProcessor }) => madeProcessor)}::boolean[], ${made.map(({ errors }) => JSON.stringify(errors))}::text[]) d(position, processor, agreement, made, errors)
    where r.import_id = ${importId}::uuid and r.position = d.position`;
  await tx.importRun.update({ where: { id: importId }, data: { doneCount: { increment: made.filter(({ errors }) => errors.length === 0).length } } });
  return waiting.length;
}

type Made = { position: number; processorId: string | null; agreementId: string | null; madeProcessor: boolean; errors: RowError[] };

async function register(tx: Tx, scope: Registrar, waiting: readonly { position: number; cells: string[] }[], mapping: ImportMapping): Promise<Made[]> {
  const controllerId = scope.organisationId;
  const words = importVocabulary();
  const read = waiting.map(({ position, cells }) => ({ position, row: readRow(cells, mapping, words) }));
  const known = await knownRegister(tx, controllerId, read.flatMap(({ row }) => (row.ok ? row : [])));
  const newProcessors = new Map<string, RowProcessor & { id: string }>();
  const newAgreements: AgreementToRegister[] = [];
  const made = read.map(({ position, row }): Made => {
    if (!row.ok) return { position, processorId: null, agreementId: null, madeProcessor: false, errors: row.errors };
    const key = processorKey(row.processor);
    const registered = known.processorId(row.processor) ?? newProcessors.get(key)?.id ?? null;
    const processorId = registered ?? randomUUID();
    if (registered === null) newProcessors.set(key, { ...row.processor, id: processorId });
    if (row.agreement === null) return { position, processorId, agreementId: null, madeProcessor: registered === null, errors: [] };
    const already = agreementKey(processorId, row.agreement);
    if (known.agreements.has(already)) return { position, processorId: null, agreementId: null, madeProcessor: false, errors: [{ field: "agreementTitle", code: "imports:error.meanwhile" }] };
    known.agreements.add(already);
    const id = randomUUID();
    newAgreements.push({ id, fields: { ...row.agreement, processorId }, registration: row.registration });
    return { position, processorId, agreementId: id, madeProcessor: registered === null, errors: [] };
  });
  const processors = [...newProcessors.values()];
  await insertRows(tx, "processor", processors.map((one) => ({ ...one, controllerId })));
  await registerAgreements(tx, scope, newAgreements);
  await recordMany(tx, scope, [
    ...processors.map(({ id, name, cvr }) => ({ action: "processor.registered", subject: { type: "processor", id }, detail: { name, cvr } })),
    ...newAgreements.map(({ id, fields }) => ({ action: "agreement.registered", subject: { type: "agreement", id }, detail: { title: fields.title, processor: fields.processorId } })),
  ]);
  return made;
}
