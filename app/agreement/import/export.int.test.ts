import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { readTable, tableLimits } from "#app/spreadsheet/read-table.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { importVocabulary } from "./import-vocabulary.server.ts";
import { registerDetails } from "./register-details.server.ts";
import { stageImport } from "./stage-import.server.ts";
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

const [AGREEMENTS, LIMITS] = [1_500, 25];

test("a register with more rows of details than PostgreSQL takes parameters is taken out whole, in order, and its agreements can be read in again", async () => {
  const scope = await newScope(database.ownerUrl);
  await connected(database.ownerUrl, async (client) => {
    const made = `insert into processor (controller_id, name, cvr) values ($1, 'Ørsted Drift', '12345674'), ($1, 'Alfa Drift', null), ($1, 'Uden aftale', null)`;
    await client.query(made, [scope.organisationId]);
    await client.query(`insert into agreement (controller_id, processor_id, title, purpose, data_categories, person_categories, person_count)
      select $1, p.id, 'System ' || lpad(n::text, 4, '0'), 'Drift', '{ordinary}', '{employees}', 10 from processor p, generate_series(1, $2::int) n where p.controller_id = $1 and p.name = case when n = 1 then 'Alfa Drift' else 'Ørsted Drift' end`, [scope.organisationId, AGREEMENTS]);
    await client.query(`insert into agreement_limit (controller_id, agreement_id, kind, value, unit, runs_from, source)
      select $1, a.id, 'audit-log-retention-' || n, n, 'days', '', 'x' from agreement a, generate_series(1, $2::int) n where a.controller_id = $1`, [scope.organisationId, LIMITS]);
  });
  const register = await withTenant(scope, (tx) => readRegister(tx, scope.organisationId, "da"), { readOnly: true });
  expect(register.rows.length).toBe(AGREEMENTS + 1);
  expect([register.rows[0]?.[0], register.rows[1]?.[0], register.rows[2]?.[5], register.rows.at(-1)?.[5]]).toEqual(["Alfa Drift", "Uden aftale", "System 0002", `System ${AGREEMENTS}`]);
  const details = await withTenant(scope, (tx) => registerDetails(tx, scope.organisationId, "da"), { readOnly: true });
  expect(details.map(({ rows }) => rows.length)).toEqual([1, AGREEMENTS * LIMITS + 1, 1]);
  expect(details[1]?.rows[1]?.slice(0, 3)).toEqual(["System 0001", "", "Alfa Drift"]);

  const read = await readTable(await writeWorkbook([...registerSheets(register, "da"), ...details]), { ...tableLimits, rows: 10_100, cut: true });
  if (!read.ok) throw new Error(read.reason);
  expect(read.sheets.map(({ rows, cut = false }) => [rows.length, cut])).toEqual([[AGREEMENTS + 2, false], [expect.any(Number), false], [1, false], [10_100, true], [1, false]]);
  const other = await newScope(database.ownerUrl);
  const staged = await withTenant(other, (tx) => stageImport(tx, other, { fileName: "register.xlsx", sheets: read.sheets, words: importVocabulary() }));
  if (!staged.ok) throw new Error(staged.reason);
  expect(await withTenant(other, (tx) => tx.importRow.count({ where: { importId: staged.importId } }))).toBe(AGREEMENTS + 1);
  // Where the rows to be imported are those that were cut, nothing of them is taken.
  const cut = read.sheets.map((sheet) => ({ ...sheet, cut: true }));
  expect(await withTenant(other, (tx) => stageImport(tx, other, { fileName: "register.xlsx", sheets: cut, words: importVocabulary() }))).toEqual({ ok: false, reason: "too-many-rows" });
}, 60_000);
