import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addLine } from "#app/agreement/plan/add-line.server.ts";
import { changeLine } from "#app/agreement/plan/change-line.server.ts";
import { listDue } from "#app/agreement/plan/list-due.server.ts";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { archiveQuestionnaire } from "#app/questionnaire/builder/archive-questionnaire.server.ts";
import { listChoices } from "#app/questionnaire/builder/list-choices.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { newOwnQuestionnaire } from "#tests/support/own-questionnaire.ts";
import { newRoundScene } from "#tests/support/round-scene.ts";
import { findDraft } from "./find-draft.server.ts";
import { openSupervision } from "./open-supervision.server.ts";
import { wishedByLine } from "./wished-by-line.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const [today, at] = ["2026-11-22", new Date("2026-11-22T10:00:00Z")];
async function scene(concept: Concept) {
  const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [concept] });
  const agreementId = agreements[0]!;
  const lines = () => withTenant(who, (tx) => planLines(tx, who).list(agreementId));
  const ask = async (lineId: string, ownQuestionnaireId?: string | null) => {
    const line = (await lines()).find(({ id }) => id === lineId)!;
    return withTenant(who, (tx) => changeLine(tx, who, { agreementId, lineId, version: line.version, intervalMonths: line.intervalMonths, nextDueOn: line.nextDueOn, reason: "Aftalt", ...(ownQuestionnaireId === undefined ? {} : { ownQuestionnaireId }) }, at));
  };
  const wished = (planLineId: string) => withTenant(who, (tx) => wishedByLine(tx, who, { agreementId, planLineId, today }), { readOnly: true });
  const add = async (supplement: 2 | 3 | 6, nextDueOn: string) => {
    const added = await withTenant(who, (tx) => addLine(tx, who, { agreementId, concept: supplement, intervalMonths: 24, nextDueOn, reason: "Aftalt" }, at));
    return added.ok ? added.id : expect.fail(added.reason);
  };
  return { who, agreementId, lines, ask, wished, add };
}

describe("the questionnaire of a line of the plan", () => {
  it("is chosen under concept 6, and asked when a supervision is opened from the line", async () => {
    const { who, agreementId, lines, ask, wished } = await scene(6);
    const line = (await lines())[0]!;
    const { id: own, versionId } = await newOwnQuestionnaire(who);
    expect(await wished(line.id)).toEqual({ concept: 6, supplements: [], ownVersionId: null });
    expect(await ask(line.id, own)).toEqual({ ok: true });
    expect(await ask(line.id)).toEqual({ ok: true }); // a change that says nothing of it
    const chosen = (await wished(line.id))!;
    expect(chosen).toEqual({ concept: 6, supplements: [], ownVersionId: versionId });
    const opened = await withTenant(who, (tx) => openSupervision(tx, who, { agreementId, ...chosen, planLineId: line.id, concernId: null, email: "m@example.dk", language: "da", today }));
    const draft = await withTenant(who, (tx) => findDraft(tx, who, opened.ok ? opened.supervisionId : "", today), { readOnly: true });
    expect(draft?.questionnaire.survey.title.da).toBe("Vores skema");
    expect(await ask(line.id, null)).toEqual({ ok: true });
    expect(await wished(line.id)).toMatchObject({ ownVersionId: null });
  });

  it("takes only what is the controller's own, published and not archived; what is archived later is not asked any more", async () => {
    const { who, lines, ask, wished } = await scene(6);
    const line = (await lines())[0]!;
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    for (const { id } of [await newOwnQuestionnaire(stranger), await newOwnQuestionnaire(who, "Kladde", { published: false })]) expect(await ask(line.id, id)).toEqual({ ok: false, reason: "no-questionnaire" });
    const { id: own } = await newOwnQuestionnaire(who);
    const { id: other } = await newOwnQuestionnaire(who, "Det andet");
    await ask(line.id, own);
    for (const id of [own, other]) await withTenant(who, (tx) => archiveQuestionnaire(tx, who, id, true, at));
    expect(await wished(line.id)).toMatchObject({ ownVersionId: null });
    expect(await withTenant(who, (tx) => listChoices(tx, who, [own]))).toMatchObject([{ id: own, title: { da: "Vores skema", en: "Vores skema" }, gone: true }]);
    expect([await ask(line.id, own), await ask(line.id, other)]).toEqual([{ ok: true }, { ok: false, reason: "no-questionnaire" }]);
  });

  it("is nothing to a line of another concept", async () => {
    const { who, lines, ask } = await scene(3);
    const line = (await lines())[0]!;
    expect(await ask(line.id, (await newOwnQuestionnaire(who)).id)).toEqual({ ok: true });
    expect((await lines())[0]).toMatchObject({ ownQuestionnaireId: null });
  });
});

it("takes the supplements along that are due by the line's day, and they are under way with it", async () => {
  const { who, agreementId, lines, ask, wished, add } = await scene(5);
  const cycle = (await lines())[0]!;
  const [six, three] = [await add(6, "2026-11-01"), await add(3, "2027-11-01")];
  const { id: own, versionId } = await newOwnQuestionnaire(who);
  await ask(six, own);
  const chosen = (await wished(cycle.id))!;
  expect(chosen).toEqual({ concept: 5, supplements: [6], ownVersionId: versionId });
  expect(await wished(three)).toEqual({ concept: 3, supplements: [6], ownVersionId: versionId });
  await withTenant(who, (tx) => openSupervision(tx, who, { agreementId, ...chosen, planLineId: cycle.id, concernId: null, email: "m@example.dk", language: "da", today }));
  const due = await withTenant(who, (tx) => listDue(tx, { on: "2027-12-31", today }), { readOnly: true });
  expect(due.map(({ lineId, state }) => [lineId, state])).toEqual(expect.arrayContaining([[six, "under-way"], [three, "ahead"]]));
});
