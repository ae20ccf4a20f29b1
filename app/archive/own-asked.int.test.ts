import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { connected } from "#app/stack/roles.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { openSupervision } from "#app/supervision/open-supervision.server.ts";
import { sendRequest } from "#app/supervision/send-request.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newOwnQuestionnaire } from "#tests/support/own-questionnaire.ts";
import { packageDesk } from "#tests/support/package-desk.ts";
import { handIn, newDraft, sceneTime, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";

let database: FreshDatabase;
let desk: ReturnType<typeof packageDesk>;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  desk = packageDesk();
}, 120_000);
afterAll(async () => {
  desk.close();
  await closeDb();
  await database.close();
});

type Asked = { questionnaire: { id: string; version: number; sha256: string; own: Record<string, unknown> | null } };
const today = "2026-11-22";
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A concluded supervision that asked the controller's own questionnaire. */
async function asked(concept: 5 | 6, supplements: number[]): Promise<{ scene: Scene; own: { id: string; versionId: string | null } }> {
  const draft = await newDraft(database.ownerUrl, { concept: 6, agreement: sevenPoints });
  const { caseworker, dpo, agreementId } = draft;
  await withTenant(caseworker, (tx) => tx.supervision.update({ where: { id: draft.supervisionId }, data: { state: "withdrawn" } }));
  const own = await newOwnQuestionnaire(caseworker, "Vores skema om drift");
  const supervisionId = await withTenant(caseworker, async (tx) => {
    const opened = await openSupervision(tx, caseworker, { agreementId, concept, supplements, ownVersionId: own.versionId, concernId: null, email: "mette@example.dk", language: "da", today });
    if (!opened.ok) throw new Error(opened.reason);
    const fields = { recipientName: "Anne", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: "2026-12-22", language: "da" as const };
    const sent = await sendRequest(tx, caseworker, { ...fields, supervisionId: opened.supervisionId, email: "mette@example.dk", at: sceneTime });
    if (!sent.ok) throw new Error(sent.reason);
    return opened.supervisionId;
  });
  const scene = { ...draft, supervisionId, concept };
  await handIn(scene);
  await desk.fillFiles(database.ownerUrl, supervisionId);
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  const concluded = await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "", today }));
  if (!concluded.ok) throw new Error(concluded.reason);
  return { scene, own };
}

it("a package names the controller's own questionnaire that was asked, holds it as it was published, and so does the request as it was frozen", async () => {
  const { scene: { dpo, caseworker, supervisionId }, own } = await asked(6, []);
  const opened = await desk.open(dpo, supervisionId);
  const { questionnaire } = opened.json<Asked>("request.json");
  const published = sha256(opened.bytes("own-questionnaire.json"));
  expect(questionnaire).toEqual({
    id: own.id, version: 1, sha256: sha256(opened.bytes("questionnaire.json")),
    own: { questionnaire: own.id, version: own.versionId, number: 1, sha256: published, title: { da: "Vores skema om drift", en: "Vores skema om drift" }, publishedBy: caseworker.personName, publishedAt: "2026-11-20T10:00:00.000Z" },
  });
  const stored = await connected(database.ownerUrl, async (client) => (await client.query<{ hash: string }>("select hash from own_questionnaire_version where id = $1", [own.versionId])).rows[0]?.hash);
  expect(published).toBe(stored);
  const frozen = opened.json<FrozenQuestionnaire>("questionnaire.json");
  expect(frozen.own).toEqual({ questionnaireId: own.id, versionId: own.versionId, number: 1, sha256: published, title: { da: "Vores skema om drift", en: "Vores skema om drift" }, publishedAt: "2026-11-20T10:00:00.000Z" });
  expect(opened.report).toContain(`Vores skema om drift, version 1, den dataansvarliges eget spørgeskema, udgivet 20. nov. 2026 af ${caseworker.personName}`);
  expect(opened.report).not.toContain("K6, version");
});

it("beside the portal's own both are named", async () => {
  const { scene: { dpo, supervisionId }, own } = await asked(5, [6]);
  const opened = await desk.open(dpo, supervisionId, "en");
  expect(opened.json<Asked>("request.json").questionnaire).toMatchObject({ id: "k5", own: { questionnaire: own.id, number: 1 } });
  expect(opened.report).toMatch(/K5, version \d+; Vores skema om drift, version 1, the controller's own questionnaire, published 20 Nov 2026 by /u);
});

it("a request sent before it named its own questionnaire is told apart by its case", async () => {
  const { scene: { dpo, supervisionId }, own } = await asked(6, []);
  await connected(database.ownerUrl, async (client) => {
    await client.query("alter table request disable trigger user");
    await client.query("update request set questionnaire = questionnaire - 'own' where supervision_id = $1", [supervisionId]);
    await client.query("alter table request enable trigger user");
  });
  expect((await desk.open(dpo, supervisionId)).json<Asked>("request.json").questionnaire).toMatchObject({ id: own.id, version: 1, own: { questionnaire: own.id, version: own.versionId } });
});
