import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { frozenOf } from "#tests/support/answer-form.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { filled } from "#tests/support/sample-answers.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";
import { findAnswering } from "../answering.server.ts";
import { gatherHandingIn } from "../handing-in.server.ts";
import { submitAnswers } from "../submit-answers.server.ts";
import { writeAnswer } from "../write-answer.server.ts";
import { saveChosenAnswers } from "./save-chosen-answers.server.ts";
import { takeWorkbook } from "./take-workbook.server.ts";

const CONNECTIONS = 2;
const MIB = 1024 * 1024;
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl, CONNECTIONS);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const agreement = { personCount: 500 };

it("files that take long to read hold no connection: others are served meanwhile", async () => {
  const { supervisionId, signatory } = await newSupervision(database.ownerUrl, { concept: 3, agreement });
  const slow = Buffer.concat([Buffer.alloc(8 * MIB, ";"), Buffer.from("a")]);
  const order: string[] = [];
  const uploads = Array.from({ length: CONNECTIONS }, async () => {
    expect(await takeWorkbook(signatory, { supervisionId, bytes: slow, language: "da" })).toEqual({ ok: false, reason: "too-many-columns" });
    order.push("upload");
  });
  for (let visit = 0; visit < 3; visit += 1) await withTenant(signatory, (tx) => findAnswering(tx, signatory, supervisionId), { readOnly: true });
  order.push("visits");
  await Promise.all(uploads);
  expect(order).toEqual(["visits", "upload", "upload"]);
}, 60_000);

it("choosing answers while a colleague signs: it is closed, nothing is saved and nothing is said to be", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 3, agreement });
  const { supervisionId, signatory } = scene;
  const frozen = await frozenOf(scene);
  await withTenant(signatory, async (tx) => {
    const request = (await findAnswering(tx, signatory, supervisionId))!;
    for (const [question, { value, comment }] of Object.entries(filled(frozen))) await writeAnswer(tx, signatory, request, frozen, { question, value, comment, version: 0 }, "da");
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => { release = resolve; });
  let signed = () => {};
  const begun = new Promise<void>((resolve) => { signed = resolve; });
  const signing = withTenant(signatory, async (tx) => {
    const { hash } = await gatherHandingIn(tx, (await findAnswering(tx, signatory, supervisionId))!, frozen);
    const done = await submitAnswers(tx, signatory, { supervisionId, shown: hash, declaration: "Jeg erklærer", name: "Anne Drift", title: "Direktør", language: "da", at: new Date("2026-11-22T10:00:00Z") });
    signed();
    await held;
    return done;
  });
  await begun;
  const content = JSON.stringify([{ question: "organisational_changes", value: "yes", comment: "Ny direktion", version: 1 }]);
  const saving = saveChosenAnswers(signatory, { supervisionId, content, language: "da" });
  await expect.poll(() => connected(database.ownerUrl, async (client) => (await client.query("select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()")).rowCount), { timeout: 10_000 }).toBe(1);
  release();
  expect(await signing).toMatchObject({ ok: true });
  expect(await saving).toEqual({ ok: false, reason: "closed" });
  const kept = await connected(database.ownerUrl, async (client) => (await client.query("select (select value from answer where supervision_id = $1 and question = 'organisational_changes') as value, (select count(*)::int from audit_event where supervision_id = $1 and action = 'response.read-from-workbook') as entries", [supervisionId])).rows);
  expect(kept).toEqual([{ value: filled(frozen).organisational_changes?.value, entries: 0 }]);
}, 60_000);

it("choosing answers of which none can be saved leaves no entry", async () => {
  const { supervisionId, signatory } = await newSupervision(database.ownerUrl, { concept: 3, agreement });
  const content = JSON.stringify([{ question: "organisational_changes", value: "yes", comment: "x", version: 7 }]);
  expect(await saveChosenAnswers(signatory, { supervisionId, content, language: "da" })).toEqual({ ok: true, saved: 0, refused: 1 });
  const { rows } = await connected(database.ownerUrl, (client) => client.query("select count(*)::int as entries from audit_event where supervision_id = $1 and action = 'response.read-from-workbook'", [supervisionId]));
  expect(rows).toEqual([{ entries: 0 }]);
});
