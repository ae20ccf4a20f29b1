import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { readTable } from "#app/spreadsheet/read-table.server.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newCvr, newProcessor, newScope } from "#tests/support/factories.ts";
import { checkImport } from "./check-import.server.ts";
import { confirmImport } from "./confirm-import.server.ts";
import { findImport } from "./find-import.server.ts";
import { importVocabulary } from "./import-vocabulary.server.ts";
import { registerDetails } from "./register-details.server.ts";
import { runImport } from "./run-import.server.ts";
import { stageImport } from "./stage-import.server.ts";
import { undoImport } from "./undo-import.server.ts";
import { readRegister, registerSheets } from "./write-register.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const HEAD = ["Leverandør", "CVR", "E-mail", "System", "Sagsnr", "Formål", "Datatyper", "Registrerede", "Antal", "Tredjeland", "Underleverandører", "Særlige krav", "Noget andet"];
type Cells = (string | number | null)[];
const good = (cvr: string, change: Partial<Record<number, string | number>> = {}): Cells => {
  const cells: Cells = ["Drift A/S", cvr, "Drift@Example.dk", "Lønsystem", "S-1", "Løn", "Almindelige personoplysninger; CPR-numre", "Medarbejdere|Vikarer", "2.987", "Nej", "Sky ApS\nKøl ApS", "Alt krypteres", "x"];
  for (const [at, value] of Object.entries(change)) cells[Number(at)] = value ?? null;
  return cells;
};

async function stage(scope: Scope, rows: Cells[]): Promise<string> {
  const read = await readTable(await writeWorkbook([{ name: "Aftaler", rows: [HEAD, ...rows] }]));
  if (!read.ok) throw new Error(read.reason);
  const staged = await withTenant(scope, (tx) => stageImport(tx, scope, { fileName: "aftaler.xlsx", sheets: read.sheets, words: importVocabulary() }));
  if (!staged.ok) throw new Error(staged.reason);
  return staged.importId;
}
const find = (scope: Scope, importId: string) => withTenant(scope, async (tx) => (await findImport(tx, scope.organisationId, importId, { show: "all", skip: 0, take: 100 }))!);
async function check(scope: Scope, importId: string) {
  const { run } = await find(scope, importId);
  const checked = await withTenant(scope, (tx) => checkImport(tx, scope, { importId, mapping: run.mapping, words: importVocabulary() }));
  const found = await find(scope, importId);
  return { checked, version: found.run.version, errors: found.rows.map(({ errors }) => errors.map(({ field, code }) => `${field} ${code}`)) };
}
async function bringIn(scope: Scope, rows: Cells[]): Promise<string> {
  const importId = await stage(scope, rows);
  const { version } = await check(scope, importId);
  expect(await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version }))).toEqual({ ok: true });
  await runImport({ organisationId: scope.organisationId, importId });
  return importId;
}
const count = (scope: Scope) => withTenant(scope, async (tx) => [await tx.processor.count(), await tx.agreement.count()]);

describe("an import", () => {
  test("guesses the columns, registers nothing until confirmed, then everything by the rules of the forms", async () => {
    const scope = await newScope(database.ownerUrl);
    const cvr = newCvr();
    const importId = await stage(scope, [good(cvr), good(cvr, { 3: "Vagtplan", 4: "", 8: 12 })]);
    const { run } = await find(scope, importId);
    expect(run.mapping.columns).toEqual({ processorName: 0, processorCvr: 1, contactEmail: 2, agreementTitle: 3, reference: 4, purpose: 5, dataCategories: 6, personCategories: 7, personCount: 8, transfersOutsideEu: 9, subprocessors: 10, requirements: 11 });
    const { checked, version } = await check(scope, importId);
    expect(checked).toEqual({ ok: true, good: 2, bad: 0 });
    expect(await count(scope)).toEqual([0, 0]);
    expect(await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version: version - 1 }))).toEqual({ ok: false, reason: "changed" });
    expect(await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version }))).toEqual({ ok: true });
    await runImport({ organisationId: scope.organisationId, importId });
    await runImport({ organisationId: scope.organisationId, importId });
    expect(await count(scope)).toEqual([1, 2]);
    const stored = await withTenant(scope, (tx) => tx.agreement.findFirstOrThrow({ where: { title: "Lønsystem" }, include: { processor: true, specialRequirements: true, subprocessors: { orderBy: { position: "asc" } } } }));
    expect(stored).toMatchObject({
      reference: "S-1", purpose: "Løn", dataCategories: ["ordinary", "cpr"], personCategories: ["employees", "Vikarer"], personCount: 2987, countingBasis: "over-period", transfersOutsideEu: false, version: 1,
      processor: { name: "Drift A/S", cvr, contactEmail: "drift@example.dk" }, specialRequirements: [{ textDa: "Alt krypteres" }], subprocessors: [{ name: "Sky ApS" }, { name: "Køl ApS" }],
    });
    const { rows } = await connected(database.ownerUrl, (owner) => owner.query<{ action: string; n: number }>("select action, count(*)::int as n from audit_event where organisation_id = $1 group by 1 order by 1", [scope.organisationId]));
    expect(rows).toEqual([{ action: "agreement.registered", n: 2 }, { action: "import.confirmed", n: 1 }, { action: "import.done", n: 1 }, { action: "import.uploaded", n: 1 }, { action: "processor.registered", n: 1 }]);
  });

  test("names what is wrong with each row, and leaves those rows out", async () => {
    const scope = await newScope(database.ownerUrl);
    const [cvr, known] = [newCvr(), newCvr()];
    const processorId = await newProcessor(scope, { name: "Kendt ApS", cvr: known });
    await newAgreement(scope, { processorId, title: "Arkiv", reference: "" });
    const importId = await stage(scope, [
      good(cvr), good(cvr), good(cvr, { 0: "" }), good("12345678", { 3: "A" }), good(cvr, { 3: "B", 8: "mange" }), good(cvr, { 3: "C", 6: "Skonumre" }), good(cvr, { 3: "D", 9: "måske" }),
      good(known, { 3: "Arkiv", 4: "" }), good(known, { 3: "Nyt" }), ["Kendt ApS", known], ["Ny ApS", newCvr()], good(cvr, { 3: "E", 2: "ingen" }),
    ]);
    const { checked, errors } = await check(scope, importId);
    expect(errors).toEqual([
      [], ["agreementTitle imports:error.twice"], ["processorName processor:error.name"], ["processorCvr processor:error.cvrCheck"], ["personCount agreement:error.personCountDigits"],
      ["dataCategories imports:error.dataCategories"], ["transfersOutsideEu imports:error.transfersOutsideEu"], ["agreementTitle imports:error.exists"], [], ["processorName imports:error.processorExists"], [],
      ["contactEmail processor:error.email"],
    ]);
    expect(checked).toEqual({ ok: true, good: 3, bad: 9 });
    const { version } = (await find(scope, importId)).run;
    await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version }));
    await runImport({ organisationId: scope.organisationId, importId });
    expect(await count(scope)).toEqual([3, 3]);
    expect((await find(scope, importId)).run).toMatchObject({ state: "done", doneCount: 3, rowCount: 12 });
  });

  test("of another controller is no import; a reader may not confirm one", async () => {
    const [scope, other] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
    const importId = await stage(scope, [good(newCvr())]);
    expect(await withTenant(other, (tx) => findImport(tx, other.organisationId, importId, { show: "all", skip: 0, take: 1 }))).toBeNull();
    expect(await withTenant(other, (tx) => undoImport(tx, other, importId))).toEqual({ ok: false, reason: "not-found" });
    const reader = { ...scope, roles: ["reader"] as const };
    expect(await withTenant(reader, (tx) => confirmImport(tx, reader, { importId, version: 1 }))).toEqual({ ok: false, reason: "role" });
  });
});

test("what is taken out can be read in again by somebody else, as a workbook and as CSV", async () => {
  const [scope, second, third] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
  await bringIn(scope, [good(newCvr()), good(newCvr(), { 0: "Anden A/S", 3: "Vagtplan", 9: "Ja" }), ["Uden aftale ApS", newCvr()]]);
  const register = await withTenant(scope, (tx) => readRegister(tx, scope.organisationId, "da"), { readOnly: true });
  const details = await withTenant(scope, (tx) => registerDetails(tx, scope.organisationId, "da"), { readOnly: true });
  expect(details.map(({ rows }) => rows.length)).toEqual([5, 1, 3]);
  expect(details[0]?.rows[1]?.slice(0, 4)).toEqual(["Lønsystem", "S-1", "Drift A/S", "Sky ApS"]);
  const files: [Scope, Buffer][] = [[second, await writeWorkbook([...registerSheets(register, "da"), ...details])], [third, Buffer.from(toCsv([register.headings, ...register.rows]))]];
  for (const [who, bytes] of files) {
    const read = await readTable(bytes);
    if (!read.ok) throw new Error(read.reason);
    const staged = await withTenant(who, (tx) => stageImport(tx, who, { fileName: "register", sheets: read.sheets, words: importVocabulary() }));
    if (!staged.ok) throw new Error(staged.reason);
    const { checked, version } = await check(who, staged.importId);
    expect(checked).toEqual({ ok: true, good: 3, bad: 0 });
    await withTenant(who, (tx) => confirmImport(tx, who, { importId: staged.importId, version }));
    await runImport({ organisationId: who.organisationId, importId: staged.importId });
    const again = await withTenant(who, (tx) => readRegister(tx, who.organisationId, "da"), { readOnly: true });
    expect(again.rows.toSorted()).toEqual(register.rows.toSorted());
  }
});
