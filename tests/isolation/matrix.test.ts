import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { runMatrix } from "./matrix.ts";
import { SPEC } from "./spec.ts";
import { seedWorld } from "./world.ts";

let database: FreshDatabase;
let owner: pg.Client;
let runtime: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  runtime = new pg.Client({ connectionString: database.runtimeUrl });
  await owner.connect();
  await runtime.connect();
  await seedWorld(owner);
});
afterAll(async () => {
  await owner.end();
  await runtime.end();
  await database.close();
});

type Policy = { tablename: string; policyname: string; cmd: string; qual: string | null; with_check: string | null };
const listPolicies = async () => (await owner.query<Policy>("select tablename, policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2")).rows;
const createPolicy = ({ tablename, policyname, cmd }: Policy, qual: string | null, check: string | null) =>
  `create policy ${policyname} on ${tablename} for ${cmd} ${qual ? `using (${qual})` : ""} ${check ? `with check (${check})` : ""}`;

/**
 * What to open in a policy: each half it has and, where it has both, both at once. Left out as without effect: the USING of an UPDATE
 * policy alone (its WITH CHECK says the same), and a WITH CHECK alone where no grant lets anybody write the column it guards.
 */
async function mutants(policy: Policy): Promise<("qual" | "with_check")[][]> {
  if (policy.with_check === null) return [["qual"]];
  if (policy.qual === null) return [["with_check"]];
  const { rows } = await owner.query<{ granted: boolean }>("select has_column_privilege('portal_runtime', $1, $2, 'update') as granted", [policy.tablename, SPEC[policy.tablename]!.writer]);
  return [["qual", "with_check"], ...(policy.cmd === "ALL" ? [["qual"] as ["qual"]] : []), ...(rows[0]?.granted ? [["with_check"] as ["with_check"]] : [])];
}

describe("tables × rows × actors × verbs", () => {
  test("the database does what the specification says", async () => {
    const { tries, wrong } = await runMatrix(owner, runtime);
    expect(wrong).toEqual([]);
    expect(tries).toBeGreaterThan(2_000);
  });

  test("every table has a specification and a row of each pair", async () => {
    for (const name of Object.keys(SPEC)) {
      const { rows } = await owner.query(`select 1 from ${name}`);
      expect(rows.length, name).toBeGreaterThan(0);
    }
  });
});

describe("mutation: a policy taken away or opened turns the matrix red", () => {
  test("dropped", async () => {
    const policies = await listPolicies();
    expect(policies.length).toBeGreaterThan(40);
    for (const policy of policies) {
      await owner.query(`drop policy ${policy.policyname} on ${policy.tablename}`);
      const { wrong } = await runMatrix(owner, runtime, policy.tablename);
      await owner.query(createPolicy(policy, policy.qual, policy.with_check));
      expect(wrong.length, `${policy.policyname} dropped`).toBeGreaterThan(0);
    }
  });

  test("set to true", async () => {
    for (const policy of await listPolicies()) {
      for (const halves of await mutants(policy)) {
        const opened = { ...policy, ...Object.fromEntries(halves.map((half) => [half, "true"])) };
        await owner.query(`drop policy ${policy.policyname} on ${policy.tablename}`);
        await owner.query(createPolicy(policy, opened.qual, opened.with_check));
        const { wrong } = await runMatrix(owner, runtime, policy.tablename);
        await owner.query(`drop policy ${policy.policyname} on ${policy.tablename}`);
        await owner.query(createPolicy(policy, policy.qual, policy.with_check));
        expect(wrong.length, `${policy.policyname}: ${halves.join(" and ")} true`).toBeGreaterThan(0);
      }
    }
  });

  test("row-level security switched off", async () => {
    for (const name of Object.keys(SPEC)) {
      const { rows } = await owner.query("select 1 from information_schema.role_table_grants where grantee = 'portal_runtime' and table_name = $1", [name]);
      if (rows.length === 0) continue;
      await owner.query(`alter table ${name} disable row level security`);
      const { wrong } = await runMatrix(owner, runtime, name);
      await owner.query(`alter table ${name} enable row level security`);
      expect(wrong.length, name).toBeGreaterThan(0);
    }
  });

  test("and all is green again", async () => expect((await runMatrix(owner, runtime)).wrong).toEqual([]));
});
