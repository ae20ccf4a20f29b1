import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newCvr, newProcessor, newScope } from "#tests/support/factories.ts";
import { broughtIn, undone } from "#tests/support/import-scene.ts";
import { recordScore } from "../record-score.server.ts";
import { findImport } from "./find-import.server.ts";
import { runUndo } from "./run-undo.server.ts";
import { undoImport } from "./undo-import.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = <Row extends object>(text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows);
const trail = (scope: Scope) => sql<{ action: string; subject_id: string; actor_name: string; detail: object }>("select action, subject_id, actor_name, detail from audit_event where organisation_id = $1 and action like any ('{%.removed,import.und%}') order by id", [scope.organisationId]);
const shown = async (scope: Scope, importId: string) => (await withTenant(scope, (tx) => findImport(tx, scope.organisationId, importId, { show: "all", skip: 0, take: 100 })))!;

test("takes away what nobody has worked on and names each in the trail, keeps the rest, and happens once", async () => {
  const scope = await newScope(database.ownerUrl);
  const [cvr, other, before] = [newCvr(), newCvr(), newCvr()];
  const known = await newProcessor(scope, { name: "Fandtes ApS", cvr: before });
  const importId = await broughtIn(scope, [["Drift A/S", cvr, "Lønsystem"], ["Drift A/S", cvr, "Vagtplan"], ["Anden A/S", other, "Scoret"], ["Fandtes ApS", before, "Hos den kendte"], ["Uden aftale ApS", newCvr(), ""]]);
  const agreements = new Map((await withTenant(scope, (tx) => tx.agreement.findMany({ select: { id: true, title: true, processorId: true } }))).map((one) => [one.title, one]));
  const answers = { special: false, otherConfidential: false, intrusive: false };
  await withTenant(scope, (tx) => recordScore(tx, scope, agreements.get("Scoret")!.id, { answers, notes: { a: "", b: "", c: "", d: "" }, version: 1, scoreId: null }, new Date("2026-11-22T10:00:00Z")));

  expect(await Promise.all([1, 2].map(() => withTenant(scope, (tx) => undoImport(tx, scope, importId))))).toEqual([{ ok: true }, { ok: true }]);
  expect(await shown(scope, importId)).toMatchObject({ run: { state: "undoing", undoneByName: scope.personName }, agreements: 4 });
  const job = { organisationId: scope.organisationId, importId };
  await Promise.all([runUndo(job), runUndo(job)]);
  await runUndo(job);

  expect(await withTenant(scope, (tx) => tx.agreement.findMany({ select: { title: true } }))).toEqual([{ title: "Scoret" }]);
  expect(await withTenant(scope, (tx) => tx.processor.findMany({ select: { name: true }, orderBy: { name: "asc" } }))).toEqual([{ name: "Anden A/S" }, { name: "Fandtes ApS" }]);
  const { run, rows } = await shown(scope, importId);
  expect(run).toMatchObject({ state: "undone", removedCount: 3, keptCount: 1, removedProcessors: 2 });
  expect(rows.map(({ agreementId, undoneAgreement, undoneProcessor }) => [agreementId !== null, undoneAgreement, undoneProcessor])).toEqual([
    [true, "removed", "removed"], [true, "removed", "removed"], [true, "kept", "kept"], [true, "removed", ""], [false, "", "removed"],
  ]);
  const entries = await trail(scope);
  expect(entries.map(({ action }) => action)).toEqual(["import.undo-begun", "agreement.removed", "agreement.removed", "agreement.removed", "processor.removed", "processor.removed", "import.undone"]);
  expect(entries.find(({ subject_id: id }) => id === agreements.get("Hos den kendte")?.id)).toMatchObject({ action: "agreement.removed", actor_name: scope.personName, detail: { title: "Hos den kendte", processor: known, import: importId } });
  expect(entries.at(-1)?.detail).toEqual({ removed: 3, processors: 2, kept: 1 });
});

test("an agreement that somebody is changing just then is waited for, and stays", async () => {
  const scope = await newScope(database.ownerUrl);
  const importId = await broughtIn(scope, [["Drift A/S", newCvr(), "Ændres nu"], ["Anden A/S", newCvr(), "Urørt"]]);
  await withTenant(scope, (tx) => undoImport(tx, scope, importId));
  let release = () => {};
  const held = new Promise<void>((resolve) => { release = resolve; });
  let written = () => {};
  const begun = new Promise<void>((resolve) => { written = resolve; });
  const change = withTenant(scope, async (tx) => {
    await tx.agreement.updateMany({ where: { title: "Ændres nu" }, data: { purpose: "Nyt formål", version: { increment: 1 } } });
    written();
    await held;
  });
  await begun;
  const undo = runUndo({ organisationId: scope.organisationId, importId });
  await expect.poll(() => sql("select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()").then((rows) => rows.length), { timeout: 10_000 }).toBe(1);
  release();
  await Promise.all([change, undo]);
  expect(await withTenant(scope, (tx) => tx.agreement.findMany({ select: { title: true, purpose: true } }))).toEqual([{ title: "Ændres nu", purpose: "Nyt formål" }]);
  expect((await shown(scope, importId)).run).toMatchObject({ state: "undone", removedCount: 1, keptCount: 1 });
});

test("another controller's import is none, a reader may not undo one, and one that is not through cannot be undone", async () => {
  const [scope, other] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
  const importId = await broughtIn(scope, [["Drift A/S", newCvr(), "Lønsystem"]]);
  expect(await withTenant(other, (tx) => undoImport(tx, other, importId))).toEqual({ ok: false, reason: "not-found" });
  const reader = { ...scope, roles: ["reader"] as const };
  expect(await withTenant(reader, (tx) => undoImport(tx, reader, importId))).toEqual({ ok: false, reason: "role" });
  await sql("update import_run set state = 'importing' where id = $1", [importId]);
  expect(await withTenant(scope, (tx) => undoImport(tx, scope, importId))).toEqual({ ok: false, reason: "not-done" });
  await expect(withTenant(scope, (tx) => tx.$queryRaw`select * from app.undo_agreements(${importId}::uuid, 10)`)).rejects.toThrow(/TP005|being undone/);
});

test("what hangs on an agreement or a processor is known to undoing: removed with it, or a sign that it is in use", async () => {
  const hanging = await sql<{ to: string; from: string; source: string }>(
    `select confrelid::regclass::text as to, conrelid::regclass::text as from, p.prosrc as source from pg_constraint c
       join pg_proc p on p.proname = case when confrelid = 'agreement'::regclass then 'undo_agreements' else 'undo_processors' end
     where contype = 'f' and confrelid in ('agreement'::regclass, 'processor'::regclass)`);
  expect(hanging.length).toBeGreaterThan(15);
  expect(hanging.filter(({ from, source }) => !new RegExp(`from ${from} x where`).test(source)).map(({ to, from }) => `${from} → ${to}`)).toEqual([]);
});

test("a finished undo says so to whoever asks again", async () => {
  const scope = await newScope(database.ownerUrl);
  const importId = await broughtIn(scope, [["Drift A/S", newCvr(), "Lønsystem"]]);
  await undone(scope, importId);
  expect(await withTenant(scope, (tx) => undoImport(tx, scope, importId))).toEqual({ ok: true });
  expect((await trail(scope)).filter(({ action }) => action === "import.undo-begun")).toHaveLength(1);
});
