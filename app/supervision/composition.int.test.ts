import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { listElements } from "#app/questionnaire/elements.ts";
import { partsOf } from "#app/questionnaire/parts.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { requirementInput } from "#tests/support/factories.ts";
import { handIn, newDraft, newSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { startAssessment } from "./assessment/start-assessment.server.ts";
import { concludeSupervision } from "./conclusion/conclude-supervision.server.ts";
import { findDraft } from "./find-draft.server.ts";
import { openSupervision } from "./open-supervision.server.ts";
import { sendRequest } from "./send-request.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const today = "2026-11-22";
const draftOf = async ({ caseworker }: Scene, id: string, day = today) => (await withTenant(caseworker, (tx) => findDraft(tx, caseworker, id, day), { readOnly: true }))!;
const open = async ({ caseworker, agreementId }: Scene, concept: number, more: object = {}) => {
  const opened = await withTenant(caseworker, (tx) => openSupervision(tx, caseworker, { agreementId, concept, concernId: null, email: "mette@example.dk", language: "da", today, ...more }));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.supervisionId;
};
const agreement = { ...sevenPoints, requirements: [requirementInput("Opslag kontrolleres hver måned.")] };

it("a statement that was concluded upon turns next year's own questions into confirmations, until it is a year old", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 5, agreement });
  await handIn(scene, { objectives: ["a-instructions", "b-technical-measures"] });
  const { caseworker, dpo, supervisionId } = scene;
  const before = await open(scene, 6);
  expect((await draftOf(scene, before)).questionnaire.grounds?.some(({ kind }) => kind === "statement"), "nobody has taken a position on it yet").toBe(false);
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  const concluded = await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Resten spørger vi om", message: "", today }));
  expect(concluded).toMatchObject({ ok: true });

  const { questionnaire } = await draftOf(scene, before);
  const first = (name: string) => listElements(questionnaire.survey).find((one) => one.name === name)?.choices?.[0]?.value;
  expect([first("instructions"), first("access_review"), first("erasure")]).toEqual(["unchanged", "unchanged", "met"]);
  expect(listElements(questionnaire.survey).filter(({ name }) => name.startsWith("special_") && !name.endsWith("_evidence")).map(({ choices }) => choices?.[0]?.value)).toEqual(["unchanged"]);
  const late = (await draftOf(scene, before, "2027-10-01")).questionnaire;
  expect(listElements(late.survey).find(({ name }) => name === "instructions")?.choices?.[0]?.value, "the period ended on 30 September 2026").toBe("met");
});

it("supplements stand in the supervision, in the draft and in what is sent", async () => {
  const scene = await newDraft(database.ownerUrl, { concept: 3 });
  const { caseworker, supervisionId } = scene;
  await withTenant(caseworker, (tx) => tx.supervision.update({ where: { id: supervisionId }, data: { state: "withdrawn" } }));
  const id = await open(scene, 5, { supplements: [6, 5, 1] });
  expect(partsOf((await draftOf(scene, id)).questionnaire)).toEqual([5, 6]);
  const fields = { recipientName: "Anne", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: "2026-12-22", language: "da" as const };
  await withTenant(caseworker, (tx) => sendRequest(tx, caseworker, { ...fields, supervisionId: id, email: "mette@example.dk", at: new Date("2026-11-22T10:00:00Z") }));
  const sent = await draftOf(scene, id);
  expect([sent.supplements, partsOf(sent.questionnaire), sent.last]).toEqual([[6], [5, 6], null]);
  const next = await draftOf(scene, await open(scene, 5, { supplements: [6] }));
  expect(next.last).toMatchObject({ supervisionId: id, diff: { added: [], removed: [], changed: [] } });
});

it("breaches are asked about under concept 2 when that was wished for, also when it is sent", async () => {
  const scene = await newDraft(database.ownerUrl, { concept: 2 });
  const asks = async (id: string) => listElements((await draftOf(scene, id)).questionnaire.survey).some(({ name }) => name === "breaches");
  expect(await asks(scene.supervisionId)).toBe(false);
  await withTenant(scene.caseworker, (tx) => tx.supervision.update({ where: { id: scene.supervisionId }, data: { state: "withdrawn" } }));
  expect(await asks(await open(scene, 2, { askBreaches: true }))).toBe(true);
});
