import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TRANSITIONS } from "#app/domain/lifecycle/supervision-state.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { migrate, migrationNames, pendingMigrations, schemaDifference } from "./migrate.ts";

let database: FreshDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

describe("schema and migrations", () => {
  test("agree: nothing would be changed", async () => expect(await schemaDifference(database.ownerUrl)).toBe(""));

  test("a column that only the database has is seen", async () => {
    await owner.query("alter table agreement add column stray text");
    expect(await schemaDifference(database.ownerUrl)).toContain("stray");
    await owner.query("alter table agreement drop column stray");
  });

  test("applying again changes nothing, also from two processes at once", async () => {
    const both = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    expect(both).toEqual([{ applied: [] }, { applied: [] }]);
  });

  test("what is missing is named", async () => {
    const runtime = new pg.Client({ connectionString: database.runtimeUrl });
    await runtime.connect();
    const ask = async (sql: string) => (await runtime.query<{ name: string }>(sql)).rows;
    expect(await pendingMigrations(ask)).toEqual([]);
    const last = migrationNames().at(-1);
    await owner.query("begin");
    await owner.query("delete from _prisma_migrations where migration_name = $1", [last]);
    await owner.query("commit");
    expect(await pendingMigrations(ask)).toEqual([last]);
    await runtime.end();
  });
});

test("the database knows the same moves as the domain", async () => {
  const { rows } = await owner.query<{ from_state: string; to_state: string }>("select from_state, to_state from lifecycle_transition");
  const domain = Object.entries(TRANSITIONS).flatMap(([from, to]) => to.map((state) => `${from} → ${state}`));
  expect(rows.map((row) => `${row.from_state} → ${row.to_state}`).sort()).toEqual(domain.sort());
});
