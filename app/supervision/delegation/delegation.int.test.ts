import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Role, Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { handIn, newSupervision, sceneTime } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { returnQuestions } from "../assessment/return-questions.server.ts";
import { startAssessment } from "../assessment/start-assessment.server.ts";
import { findReceived } from "../find-received.server.ts";
import { delegatePage } from "./delegate-page.server.ts";
import { endDelegation } from "./end-delegation.server.ts";
import { listDelegations } from "./list-delegations.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = <Row>(sql: string, values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const trail = (organisationId: string, supervisionId: string) =>
  rows("select action, actor_name as by, detail from audit_event where organisation_id = $1 and supervision_id = $2 and subject_type = 'page' order by id", [organisationId, supervisionId]);
const mails = async ({ supervisionId }: Scene) =>
  (await rows<{ to: string; organisation: string }>("select to_email as to, organisation_id as organisation from outbox where supervision_id = $1 and kind = 'page-delegated' order by created_at, id", [supervisionId]));
const colleague = ({ signatory }: Scene, roles: readonly Role[] = ["respondent"]) =>
  newScope(database.ownerUrl, roles, { tenant: { id: signatory.organisationId, name: signatory.organisationName }, side: "processor" });
const give = ({ supervisionId }: Scene, by: Scope, page: string, personId: string, note = "", at = sceneTime) => withTenant(by, (tx) => delegatePage(tx, by, { supervisionId, page, personId, note, at }));
const takeBack = ({ supervisionId }: Scene, by: Scope, page: string) => withTenant(by, (tx) => endDelegation(tx, by, { supervisionId, page, at: sceneTime }));
const shared = ({ signatory, supervisionId }: Scene) => withTenant(signatory, async (tx) => {
  const received = await findReceived(tx, signatory, supervisionId, "da");
  if (!received) throw new Error("No such request");
  return listDelegations(tx, signatory, received, "da");
}, { readOnly: true });
const pagesOf = async (scene: Scene) => (await shared(scene)).pages.map(({ page }) => page);
const later = (minutes: number) => new Date(sceneTime.getTime() + minutes * 60_000);

describe("sharing out the pages of a request", () => {
  it("gives, gives on and takes back, with one entry for each change in the processor's trail alone", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { signatory: anne, caseworker, supervisionId } = scene;
    const [bo, eva] = [await colleague(scene), await colleague(scene, ["signatory"])];
    const [page = "", other = ""] = await pagesOf(scene);
    expect(await give(scene, anne, page, bo.personId, " Du kender driften. ")).toEqual({ ok: true, personName: bo.personName });
    expect(await give(scene, anne, page, bo.personId, "Du kender driften.", later(1))).toEqual({ ok: true, personName: bo.personName });
    expect((await shared(scene)).pages.slice(0, 2)).toMatchObject([{ page, given: { personName: bo.personName, byName: anne.personName, note: "Du kender driften.", at: sceneTime.toISOString() } }, { page: other, given: null }]);
    expect(await give(scene, bo, page, eva.personId, "", later(2))).toEqual({ ok: true, personName: eva.personName });
    expect((await shared(scene)).pages[0]).toMatchObject({ given: { personName: eva.personName, byName: bo.personName, note: "" } });
    expect(await takeBack(scene, anne, page)).toEqual({ ok: true });
    expect(await takeBack(scene, anne, page)).toEqual({ ok: false, reason: "not-delegated" });
    expect((await shared(scene)).pages[0]).toMatchObject({ page, given: null });
    expect(await give(scene, anne, page, eva.personId, "", later(3))).toEqual({ ok: true, personName: eva.personName });
    expect(await trail(anne.organisationId, supervisionId)).toEqual([
      { action: "page.delegated", by: anne.personName, detail: { page, person: bo.personName } },
      { action: "page.delegated", by: bo.personName, detail: { page, person: eva.personName } },
      { action: "page.delegation-ended", by: anne.personName, detail: { page, person: eva.personName } },
      { action: "page.delegated", by: anne.personName, detail: { page, person: eva.personName } },
    ]);
    expect(await trail(caseworker.organisationId, supervisionId)).toEqual([]);
    expect((await mails(scene)).map(({ to }) => to).toSorted()).toEqual([bo, eva, eva].map(({ personId }) => `${personId}@example.dk`).toSorted());
    expect((await mails(scene)).every(({ organisation }) => organisation === anne.organisationId)).toBe(true);
  });

  it("says in the mail which page of whose supervision, by whom and by when", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const bo = await colleague(scene);
    const [first] = (await shared(scene)).pages;
    await give(scene, scene.signatory, first?.page ?? "", bo.personId, "Kun for os");
    const [mail] = await rows<{ subject: string; body: string }>("select subject, body from outbox where supervision_id = $1 and kind = 'page-delegated'", [scene.supervisionId]);
    expect(mail?.subject).toBe(`${scene.signatory.personName} har givet dig en side af et tilsyn: ${first?.title}`);
    for (const said of [scene.caseworker.organisationName, "13. dec. 2026", `/inbox/${scene.supervisionId}`]) expect(mail?.body).toContain(said);
    expect(mail?.body).not.toContain("Kun for os");
  });

  it("writes no mail to oneself", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [page = ""] = await pagesOf(scene);
    expect(await give(scene, scene.signatory, page, scene.signatory.personId)).toMatchObject({ ok: true });
    expect(await mails(scene)).toEqual([]);
  });

  it("is not seen by the controller", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [page = ""] = await pagesOf(scene);
    await give(scene, scene.signatory, page, scene.signatory.personId);
    const count = (who: Scope) => withTenant(who, (tx) => tx.delegation.count({ where: { supervisionId: scene.supervisionId } }), { readOnly: true });
    expect([await count(scene.signatory), await count(scene.caseworker), await count(scene.dpo)]).toEqual([1, 0, 0]);
  });

  it("names only colleagues who may answer", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [bo, gone] = [await colleague(scene), await colleague(scene)];
    await colleague(scene, ["reader"]);
    await rows("update membership set active = false where person_id = $1", [gone.personId]);
    expect((await shared(scene)).colleagues.map(({ personId }) => personId).toSorted()).toEqual([bo.personId, scene.signatory.personId].toSorted());
  });
});

describe("refused, and nothing written", () => {
  const nothing = async ({ supervisionId, signatory }: Scene) => {
    expect(await rows("select from delegation where supervision_id = $1", [supervisionId])).toEqual([]);
    expect(await trail(signatory.organisationId, supervisionId)).toEqual([]);
  };

  it("to people who may not answer", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [page = ""] = await pagesOf(scene);
    const [reader, stranger, gone] = [await colleague(scene, ["reader"]), await newScope(database.ownerUrl, ["respondent"], { side: "processor" }), await colleague(scene)];
    await rows("update membership set active = false where person_id = $1", [gone.personId]);
    for (const { personId } of [reader, stranger, gone, scene.caseworker]) expect(await give(scene, scene.signatory, page, personId)).toEqual({ ok: false, reason: "unknown-person" });
    expect(await give(scene, scene.signatory, page, "")).toEqual({ ok: false, reason: "unknown-person" });
    await nothing(scene);
  });

  it("by readers, by the controller and by other organisations", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [page = ""] = await pagesOf(scene);
    for (const who of [await colleague(scene, ["reader"]), scene.caseworker]) {
      await expect(give(scene, who, page, scene.signatory.personId)).rejects.toMatchObject({ status: 403 });
      await expect(takeBack(scene, who, page)).rejects.toMatchObject({ status: 403 });
    }
    const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
    expect(await give(scene, stranger, page, stranger.personId)).toEqual({ ok: false, reason: "not-found" });
    expect(await takeBack(scene, stranger, page)).toEqual({ ok: false, reason: "not-found" });
    await nothing(scene);
  });

  it("for a page that is not there", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    expect(await give(scene, scene.signatory, "no_such_page", scene.signatory.personId)).toEqual({ ok: false, reason: "unknown-page" });
    expect(await takeBack(scene, scene.signatory, "no_such_page")).toEqual({ ok: false, reason: "not-delegated" });
    await nothing(scene);
  });

  it("once handed in; after a return only for pages with a question sent back", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { signatory, caseworker, supervisionId } = scene;
    const all = await pagesOf(scene);
    await handIn(scene);
    expect(await pagesOf(scene)).toEqual([]);
    expect(await give(scene, signatory, all[0] ?? "", signatory.personId)).toEqual({ ok: false, reason: "closed" });
    expect(await takeBack(scene, signatory, all[0] ?? "")).toEqual({ ok: false, reason: "closed" });
    await nothing(scene);
    await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "?" }));
    await withTenant(caseworker, (tx) => returnQuestions(tx, caseworker, { supervisionId, questions: [{ question: "breaches", reason: "Hvad med marts?" }], dueOn: "2026-12-30" }));
    const [returned = "", ...more] = await pagesOf(scene);
    expect(more).toEqual([]);
    const locked = all.find((page) => page !== returned) ?? "";
    expect(await give(scene, signatory, locked, signatory.personId)).toEqual({ ok: false, reason: "unknown-page" });
    expect(await give(scene, signatory, returned, signatory.personId)).toMatchObject({ ok: true });
  });
});
