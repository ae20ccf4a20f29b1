import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { checkImport } from "#app/agreement/import/check-import.server.ts";
import { confirmImport } from "#app/agreement/import/confirm-import.server.ts";
import { findImport } from "#app/agreement/import/find-import.server.ts";
import { importVocabulary } from "#app/agreement/import/import-vocabulary.server.ts";
import { registerDetails } from "#app/agreement/import/register-details.server.ts";
import { runImport } from "#app/agreement/import/run-import.server.ts";
import { runUndo } from "#app/agreement/import/run-undo.server.ts";
import { stageImport } from "#app/agreement/import/stage-import.server.ts";
import { undoImport } from "#app/agreement/import/undo-import.server.ts";
import { readRegister, registerSheets } from "#app/agreement/import/write-register.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { readTable, tableLimits } from "#app/spreadsheet/read-table.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { newCvr } from "../support/factories.ts";
import { scratchDatabase } from "../support/scratch-database.ts";
import type { BenchLine } from "./upload.ts";

const ROWS = 10_000;

/** A workbook of 10.000 agreements with 2.500 processors: read, kept and checked as one visit does, registered as the worker does, taken out again, and undone. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const database = await scratchDatabase();
  try {
    useDb(database.runtimeUrl, 4);
    const scope = await newScope(database.ownerUrl);
    const bytes = await workbook();
    const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const begun = performance.now();
      const done = await work();
      report({ name, value: Math.round(performance.now() - begun), unit: "ms" });
      return done;
    };
    const read = await timed("import-read-10000", () => readTable(bytes));
    if (!read.ok) throw new Error(read.reason);
    const staged = await timed("import-keep-10000", () => withTenant(scope, (tx) => stageImport(tx, scope, { fileName: "bench.xlsx", sheets: read.sheets, words: importVocabulary() })));
    if (!staged.ok) throw new Error(staged.reason);
    const { importId } = staged;
    const found = await withTenant(scope, (tx) => findImport(tx, scope.organisationId, importId, { show: "all", skip: 0, take: 1 }));
    const checked = await timed("import-check-10000", () => withTenant(scope, (tx) => checkImport(tx, scope, { importId, mapping: found!.run.mapping, words: importVocabulary() })));
    if (!checked.ok || checked.good !== ROWS) throw new Error(`The rows were refused: ${JSON.stringify(checked)}`);
    const version = (await withTenant(scope, (tx) => findImport(tx, scope.organisationId, importId, { show: "all", skip: 0, take: 1 })))!.run.version;
    await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version }));
    const begun = performance.now();
    await runImport({ organisationId: scope.organisationId, importId });
    const seconds = (performance.now() - begun) / 1_000;
    const stored = await withTenant(scope, (tx) => tx.agreement.count());
    if (stored !== ROWS) throw new Error(`${stored} agreements are stored`);
    report({ name: "import-register-10000", value: Math.round(ROWS / seconds), unit: "agreements/s" });

    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const file = await timed("export-10000", async () => {
      const { register, details } = await withTenant(scope, async (tx) => ({ register: await readRegister(tx, scope.organisationId, "da"), details: await registerDetails(tx, scope.organisationId, "da") }), { readOnly: true });
      return writeWorkbook([...registerSheets(register, "da"), ...details]);
    });
    delay.disable();
    report({ name: "export-10000-longest-block", value: Math.round(delay.max / 1e6), unit: "ms" });
    const again = await readTable(file, { ...tableLimits, rows: ROWS + 100, cut: true });
    if (!again.ok || again.sheets[0]?.rows.length !== ROWS + 1) throw new Error(`The export cannot be read in again: ${again.ok ? again.sheets[0]?.rows.length : again.reason}`);

    await withTenant(scope, (tx) => undoImport(tx, scope, importId));
    const undoBegun = performance.now();
    await runUndo({ organisationId: scope.organisationId, importId });
    report({ name: "undo-10000", value: Math.round(performance.now() - undoBegun), unit: "ms" });
    const left = await withTenant(scope, async (tx) => (await tx.agreement.count()) + (await tx.processor.count()));
    if (left !== 0) throw new Error(`${left} rows are left`);
  } finally {
    await closeDb();
    await database.close();
  }
}

function workbook(): Promise<Buffer> {
  const cvrs = Array.from({ length: ROWS / 4 }, newCvr);
  const head = ["Databehandler", "CVR-nummer", "Navn på aftalen", "Formål", "Typer af oplysninger", "Antal personer", "Overførsel uden for EU/EØS", "Godkendte underdatabehandlere", "Aftalen bygger på"];
  const rows = Array.from({ length: ROWS }, (_, at) => [`Databehandler ${at % cvrs.length}`, cvrs[at % cvrs.length]!, `System ${at}`, "Drift og support", "Almindelige personoplysninger; CPR-numre", 100 + at, "Nej", "Sky ApS; Køl ApS", "municipal"]);
  return writeWorkbook([{ name: "Aftaler", rows: [head, ...rows] }]);
}

async function newScope(ownerUrl: string): Promise<Scope> {
  const [organisationId, personId] = [randomUUID(), randomUUID()];
  await connected(ownerUrl, async (client) => {
    await client.query("insert into organisation (id, name, is_controller) values ($1, 'Kommune', true)", [organisationId]);
    await client.query("insert into person (id, email, name) values ($1, $2, 'Mette Dahl')", [personId, `${personId}@example.dk`]);
    await client.query("insert into membership (organisation_id, person_id, name, email, roles) values ($1, $2, 'Mette Dahl', $3, array['caseworker'])", [organisationId, personId, `${personId}@example.dk`]);
  });
  return { side: "controller", organisationId, organisationName: "Kommune", personId, personName: "Mette Dahl", roles: ["caseworker"] };
}
