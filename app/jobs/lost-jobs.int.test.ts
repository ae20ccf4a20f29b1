import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { undoImport } from "#app/agreement/import/undo-import.server.ts";
import { closeDb, db, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newCvr, newScope } from "#tests/support/factories.ts";
import { broughtIn, confirmed } from "#tests/support/import-scene.ts";
import { letMinutePass } from "#tests/support/silent-worker.ts";
import { useWorkers } from "#tests/support/worker-process.ts";
import { enqueue } from "./enqueue.server.ts";

const ROWS = 2_000;
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const one = async (text: string, values: unknown[] = []) => (await connected(database.ownerUrl, async (client) => (await client.query<Record<string, number | string>>(text, values)).rows))[0];
const state = (importId: string) => one("select state from import_run where id = $1", [importId]).then((row) => row?.state);

const start = useWorkers(() => database.runtimeUrl);
const startWorker = () => start({ LOG_LEVEL: "error" });

it("a worker killed in the middle of undoing an import: the next one goes on, each agreement is removed once and named once", async () => {
  const scope = await newScope(database.ownerUrl);
  const cvrs = Array.from({ length: ROWS / 10 }, newCvr);
  const importId = await broughtIn(scope, Array.from({ length: ROWS }, (_, at) => [`Drift ${at % cvrs.length}`, cvrs[at % cvrs.length]!, `System ${at}`]));
  const first = await startWorker();
  await withTenant(scope, (tx) => undoImport(tx, scope, importId));
  const removed = async () => Number((await one("select removed_count from import_run where id = $1", [importId]))?.removed_count);
  await expect.poll(removed, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  const dead = once(first, "exit");
  first.kill("SIGKILL");
  await dead;
  await letMinutePass(database.ownerUrl);
  expect(await removed()).toBeLessThan(ROWS);

  await Promise.all([startWorker(), startWorker()]);
  await expect.poll(() => state(importId), { timeout: 60_000, interval: 200 }).toBe("undone");
  expect(await one(
    `select (select count(*)::int from agreement where controller_id = $1) as agreements, (select count(*)::int from processor where controller_id = $1) as processors,
       (select count(*)::int from agreement_version where controller_id = $1) as versions, (select count(*)::int from subprocessor where controller_id = $1) as subprocessors,
       count(*) filter (where action = 'agreement.removed')::int as entries, count(distinct subject_id) filter (where action = 'agreement.removed')::int as named,
       count(*) filter (where action = 'processor.removed')::int as gone, count(*) filter (where action = 'import.undone')::int as ends from audit_event where organisation_id = $1`, [scope.organisationId]))
    .toEqual({ agreements: 0, processors: 0, versions: 0, subprocessors: 0, entries: ROWS, named: ROWS, gone: cvrs.length, ends: 1 });
}, 120_000);

it("an import, and an undo, whose job is lost is found by the sweep and carried through", async () => {
  const scope = await newScope(database.ownerUrl);
  const lost = await confirmed(scope, [["Drift A/S", newCvr(), "Lønsystem"]]);
  const undoing = await broughtIn(scope, [["Anden A/S", newCvr(), "Vagtplan"]]);
  await withTenant(scope, (tx) => undoImport(tx, scope, undoing));
  await connected(database.ownerUrl, (client) => client.query("update pgboss.job set state = 'failed', completed_on = now() where name = 'import-agreements' and state < 'active'"));
  await startWorker();
  await expect.poll(async () => [await state(lost), await state(undoing)], { timeout: 60_000, interval: 200 }).toEqual(["done", "undone"]);
  expect(await one("select string_agg(title, ',') as titles from agreement where controller_id = $1", [scope.organisationId])).toEqual({ titles: "Lønsystem" });
}, 120_000);

it("a job that nothing else tells of is not given up after a hundred tries, nor after a month", async () => {
  const organisationId = (await newScope(database.ownerUrl)).organisationId;
  // Its handler cannot do it: a supervision of this name is none.
  await db().$transaction((tx) => enqueue(tx, "notify-controller", { organisationId, supervisionId: "none", kind: "submission-received", sourceId: "x" }));
  const job = () => one("select state::text, (output is not null)::text as failed, (keep_until > now() + interval '10 years')::text as kept from pgboss.job where name = 'notify-controller' and data->>'organisationId' = $1", [organisationId]);
  await connected(database.ownerUrl, (client) => client.query("update pgboss.job set retry_count = 500, state = 'retry' where name = 'notify-controller' and data->>'organisationId' = $1", [organisationId]));
  await startWorker();
  await expect.poll(job, { timeout: 30_000, interval: 100 }).toEqual({ state: "retry", failed: "true", kept: "true" });
}, 60_000);
