import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { archiveQuestionnaire } from "./archive-questionnaire.server.ts";
import type { DraftChange } from "./change-draft.ts";
import { changeQuestionnaire } from "./change-questionnaire.server.ts";
import { createQuestionnaire } from "./create-questionnaire.server.ts";
import { placeOf, type DraftQuestion } from "./draft.ts";
import { markOfTarget } from "./marks.server.ts";
import { ownQuestionnaires } from "./own-questionnaires.server.ts";
import { publishQuestionnaire } from "./publish-questionnaire.server.ts";
import { findPublishedQuestionnaire, listPublishedQuestionnaires } from "./published-questionnaires.server.ts";
import { restoreVersion } from "./restore-version.server.ts";
import { starterDraft } from "./starters.ts";

const at = new Date("2026-11-25T10:00:00Z");
let database: FreshDatabase;
let anna: Scope;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl, 4);
  anna = await newScope(database.ownerUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const trail = async (who: Scope) => connected(database.ownerUrl, async (client) => (await client.query<{ action: string }>("select action from audit_event where organisation_id = $1 order by id", [who.organisationId])).rows.map(({ action }) => action));
const colleagueOf = (who: Scope, roles: Parameters<typeof newScope>[1] = ["caseworker"]) => newScope(database.ownerUrl, roles, { tenant: { id: who.organisationId, name: who.organisationName } });
async function created(who: Scope, starter: "standard" | "blank" = "blank", title = "Skema"): Promise<string> {
  const made = await withTenant(who, (tx) => createQuestionnaire(tx, who, starterDraft(starter, { da: title, en: "" }), at));
  if (!made.ok) throw new Error(made.reason);
  return made.id;
}
const read = async (who: Scope, id: string) => (await withTenant(who, (tx) => ownQuestionnaires(tx, who).find(id), { readOnly: true })) ?? expect.fail("no such questionnaire");
const change = (who: Scope, id: string, steps: DraftChange[], base: string | null = null, when = at) => withTenant(who, (tx) => changeQuestionnaire(tx, who, id, steps, { base, at: when }));
const publish = (who: Scope, id: string, version: number, note = "") => withTenant(who, (tx) => publishQuestionnaire(tx, who, id, { version, note, at }));
async function renamed(who: Scope, id: string, name: string, da: string): Promise<{ step: DraftChange; base: string; question: DraftQuestion }> {
  const { draft } = await read(who, id);
  const question = { ...placeOf(draft, name)!.question, title: { da, en: "" } };
  const step: DraftChange = { kind: "question", question };
  return { step, base: markOfTarget(draft, step), question };
}

describe("a draft", () => {
  it("is written step by step, with one entry in the trail for one sitting", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await created(own);
    expect(await change(own, id, [{ kind: "add-page", after: "page1" }])).toMatchObject({ ok: true, selected: { page: "page2", question: null } });
    expect(await change(own, id, [{ kind: "add-question", page: "page2", after: null, type: "rows" }])).toMatchObject({ ok: true, selected: { page: "page2", question: "q3" } });
    const { step, base } = await renamed(own, id, "q1", "Hvad?");
    expect(await change(own, id, [step], base)).toMatchObject({ ok: true });
    expect(await change(own, id, [step])).toMatchObject({ ok: true }); // the same again writes nothing
    const { draft, version, updatedByName } = await read(own, id);
    expect([draft.pages.map(({ questions }) => questions.map(({ name }) => name)), version, updatedByName]).toEqual([[["q1"], ["q3"]], 4, own.personName]);
    expect(await trail(own)).toEqual(["questionnaire.created", "questionnaire.changed"]);
    await change(own, id, [{ kind: "add-page", after: null }], null, new Date(at.getTime() + 16 * 60_000));
    expect(await trail(own)).toEqual(["questionnaire.created", "questionnaire.changed", "questionnaire.changed"]);
  });

  it("keeps what both write when two people write on different questions", async () => {
    const id = await created(anna, "standard");
    const bo = await colleagueOf(anna);
    const [mine, theirs] = [await renamed(anna, id, "logging", "Annas ord"), await renamed(bo, id, "backup", "Bos ord")];
    const both = await Promise.all([change(anna, id, [mine.step], mine.base), change(bo, id, [theirs.step], theirs.base)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const { draft } = await read(anna, id);
    expect(["logging", "backup"].map((name) => placeOf(draft, name)?.question.title.da)).toEqual(["Annas ord", "Bos ord"]);
  });

  it("is not written over where a colleague was first: both wordings are there to choose from", async () => {
    const id = await created(anna);
    const bo = await colleagueOf(anna);
    const [mine, theirs] = [await renamed(anna, id, "q1", "Annas ord"), await renamed(bo, id, "q1", "Bos ord")];
    expect(await change(bo, id, [theirs.step], theirs.base)).toMatchObject({ ok: true });
    const refused = await change(anna, id, [mine.step], mine.base);
    expect(refused).toMatchObject({ ok: false, reason: "conflict", current: { updatedByName: bo.personName } });
    expect(placeOf((await read(anna, id)).draft, "q1")?.question.title.da).toBe("Bos ord");
    const again = await renamed(anna, id, "q1", "Annas ord"); // she chose hers
    expect(await change(anna, id, [mine.step], again.base)).toMatchObject({ ok: true });
    expect(placeOf((await read(anna, id)).draft, "q1")?.question.title.da).toBe("Annas ord");
  });

  it("says so when a question was deleted meanwhile, and when another depends on it", async () => {
    const id = await created(anna, "standard");
    const { page, question } = placeOf((await read(anna, id)).draft, "training")!;
    expect(await change(anna, id, [{ kind: "question", question: { ...question, condition: { any: [[{ question: "instructions", operator: "answered", value: null }]] } } }])).toMatchObject({ ok: true });
    expect(await change(anna, id, [{ kind: "delete", question: "instructions", anyway: false }])).toMatchObject({ ok: false, reason: "in-use", dependents: [{ page: page.name, question: "training" }] });
    const { step, base } = await renamed(anna, id, "instructions", "x");
    expect(await change(anna, id, [{ kind: "delete", question: "instructions", anyway: true }])).toMatchObject({ ok: true });
    expect(await change(anna, id, [step], base)).toMatchObject({ ok: false, reason: "conflict" });
    expect(await publish(anna, id, (await read(anna, id)).version)).toMatchObject({ ok: false, reason: "problems", problems: [{ code: "unknown-reference", question: "training" }] });
  });
});

describe("publishing", () => {
  it("makes versions that stay as they are, while the draft goes on", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await created(own, "standard", "Vores skema");
    const first = await publish(own, id, 1, " Første ");
    if (!first.ok) throw new Error(first.reason);
    expect(first).toMatchObject({ number: 1 });
    expect(await publish(own, id, 1)).toEqual({ ok: false, reason: "unchanged" });
    const { step } = await renamed(own, id, "logging", "Nye ord");
    await change(own, id, [step]);
    expect(await publish(own, id, 1)).toEqual({ ok: false, reason: "conflict" });
    const second = await publish(own, id, 2);
    if (!second.ok) throw new Error(second.reason);
    const titleIn = async (versionId: string) => (await withTenant(own, (tx) => findPublishedQuestionnaire(tx, versionId)))?.questionnaire.survey.pages.flatMap(({ elements }) => elements).find(({ name }) => name === "logging")?.title?.da;
    expect([await titleIn(first.versionId) === "Nye ord", await titleIn(second.versionId)]).toEqual([false, "Nye ord"]);
    expect(await withTenant(own, listPublishedQuestionnaires)).toMatchObject([{ versionId: second.versionId, number: 2, titleDa: "Vores skema", questions: 20 }]);
    expect(await withTenant(own, (tx) => ownQuestionnaires(tx, own).versions(id))).toMatchObject([{ number: 2, note: "" }, { number: 1, note: "Første", publishedByName: own.personName }]);
    await expect(connected(database.runtimeUrl, (client) => client.query("update own_questionnaire_version set note = 'x'"))).rejects.toThrow();

    expect(await withTenant(own, (tx) => restoreVersion(tx, own, id, { number: 1, version: 2, at }))).toEqual({ ok: true });
    expect(placeOf((await read(own, id)).draft, "logging")?.question.title.da).not.toBe("Nye ord");
    expect(await withTenant(own, (tx) => archiveQuestionnaire(tx, own, id, true, at))).toEqual({ ok: true });
    expect(await withTenant(own, (tx) => archiveQuestionnaire(tx, own, id, true, at))).toEqual({ ok: false, reason: "done-already" });
    expect(await withTenant(own, listPublishedQuestionnaires)).toEqual([]);
    expect(await change(own, id, [step])).toMatchObject({ ok: false, reason: "archived" });
    expect(await withTenant(own, (tx) => archiveQuestionnaire(tx, own, id, false, at))).toEqual({ ok: true });
    expect((await trail(own)).slice(-3)).toEqual(["questionnaire.changed", "questionnaire.archived", "questionnaire.taken-back"]);
  });

  it("counts the supervisions that a questionnaire is used in", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await created(own, "standard");
    const page = { skip: 0, take: 10 };
    expect(await withTenant(own, (tx) => ownQuestionnaires(tx, own).list("ske", false, page))).toMatchObject({ total: 1, rows: [{ id, versions: 0, used: 0, newest: null }] });
    await publish(own, id, 1);
    expect(await withTenant(own, (tx) => ownQuestionnaires(tx, own).list("SKEMA", false, page))).toMatchObject({ rows: [{ versions: 1, newest: { number: 1 }, used: 0 }] });
    expect(await withTenant(own, (tx) => ownQuestionnaires(tx, own).list("%", false, page))).toEqual({ rows: [], total: 0 });
  });
});

describe("walls", () => {
  it("hide a questionnaire from other organisations, also its published versions", async () => {
    const [own, other] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl, ["caseworker", "dpo"])];
    const id = await created(own, "standard");
    const done = await publish(own, id, 1);
    if (!done.ok) throw new Error(done.reason);
    expect(await withTenant(other, (tx) => findPublishedQuestionnaire(tx, done.versionId))).toBeNull();
    expect(await withTenant(other, listPublishedQuestionnaires)).toEqual([]);
    expect(await change(other, id, [{ kind: "add-page", after: null }])).toEqual({ ok: false, reason: "not-found" });
    expect(await publish(other, id, 1)).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => archiveQuestionnaire(tx, other, id, true, at))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => restoreVersion(tx, other, id, { number: 1, version: 1, at }))).toEqual({ ok: false, reason: "not-found" });
  });

  it("keep those who only read from writing", async () => {
    const id = await created(anna);
    for (const role of ["reader", "administrator"] as const) {
      const who = await colleagueOf(anna, [role]);
      expect(await change(who, id, [{ kind: "add-page", after: null }])).toEqual({ ok: false, reason: "role" });
      expect(await publish(who, id, 1)).toEqual({ ok: false, reason: "role" });
      expect(await withTenant(who, (tx) => createQuestionnaire(tx, who, starterDraft("blank", { da: "x", en: "" }), at))).toEqual({ ok: false, reason: "role" });
      expect(await withTenant(who, (tx) => archiveQuestionnaire(tx, who, id, true, at))).toEqual({ ok: false, reason: "role" });
    }
  });
});
