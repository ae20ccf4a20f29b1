import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { lintCatalogue } from "./catalogue.ts";
import { SPEC } from "./spec.ts";

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

describe("the catalogue", () => {
  test("has no fault", async () => expect(await lintCatalogue(owner, Object.keys(SPEC))).toEqual([]));

  test.each([
    ["a table without row-level security", "create table stray (id uuid, organisation_id uuid)", "stray: row-level security is off"],
    ["a table nobody specified", "create table stray (id uuid)", "stray: no specification"],
    ["a table whose security is not forced", "alter table agreement no force row level security", "agreement: row-level security is not forced"],
    ["a table without a policy", "drop policy agreement_own on agreement", "agreement: no policy"],
    ["a policy that lets everything pass", "create policy hole on agreement for select using (true)", "agreement: policy hole is always true"],
    ["a policy without the tenant", "create policy hole on agreement for select using (title = 'x')", "agreement: policy hole does not ask for the tenant"],
    ["a right to delete", "grant delete on agreement to portal_runtime", "agreement: portal_runtime may DELETE"],
    ["a right to truncate", "grant truncate on agreement to portal_runtime", "agreement: portal_runtime may TRUNCATE"],
    ["a change of rows that are evidence", "grant update on submission to portal_runtime", "submission: portal_runtime may UPDATE evidence"],
    ["a definer function not on the list", "create function app.stray() returns int language sql security definer set search_path = public as 'select 1'", "app.stray: security definer, not on the list"],
    ["a definer function with a free search path", "alter function app.read_session(text) reset search_path", "app.read_session: free search_path"],
    ["a view that runs as its owner", "create view stray as select * from agreement", "stray: view without security_invoker"],
    ["a materialised view", "create materialized view stray as select 1", "stray: materialised view"],
    ["a foreign key without an index", "drop index agreement_processor_id_controller_id_idx", "agreement: no index on (processor_id, controller_id)"],
    ["a policy column without an index", "drop index concern_controller_id_idx", "concern: no index on controller_id"],
    ["everybody's right to a function", "grant execute on function app.set_password(uuid, text) to public", "app.set_password: PUBLIC may execute"],
  ])("planted: %s is seen", async (_, sql, fault) => {
    await owner.query("begin");
    await owner.query(sql);
    const faults = await lintCatalogue(owner, Object.keys(SPEC));
    await owner.query("rollback");
    expect(faults).toContain(fault);
  });

  test("the runtime role bypasses and owns nothing", async () => {
    const { rows } = await owner.query("select rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolcreaterole from pg_roles where rolname = 'portal_runtime'");
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolinherit: false, rolcreatedb: false, rolcreaterole: false }]);
    const owned = await owner.query("select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'portal_runtime'");
    expect(owned.rows).toEqual([]);
  });
});
