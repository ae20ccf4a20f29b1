import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { handIn, newDraft, newSupervision, sceneTime } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { returnQuestions } from "./assessment/return-questions.server.ts";
import { startAssessment } from "./assessment/start-assessment.server.ts";
import { findHandingIn } from "./find-handing-in.server.ts";
import { findReceipt } from "./find-receipt.server.ts";
import { findReceived } from "./find-received.server.ts";
import { handInFile } from "./hand-in-file.server.ts";
import { saveAnswer } from "./save-answer.server.ts";
import { savePage } from "./save-page.server.ts";
import { submitAnswers } from "./submit-answers.server.ts";
import { takeFileAway } from "./take-file-away.server.ts";

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
const trail = async (organisationId: string, supervisionId: string) =>
  (await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and supervision_id = $2 order by id", [organisationId, supervisionId])).map(({ action }) => action);
const colleague = ({ signatory }: Scene, roles: Scope["roles"] = ["respondent"]) =>
  newScope(database.ownerUrl, roles, { tenant: { id: signatory.organisationId, name: signatory.organisationName }, side: "processor" });
/** A request of a signed-in person's browser. */
const browserOf = async ({ personId }: Scope) => {
  const cookie = (await startSession(personId, new Request("http://portal/"))).split(";")[0] ?? "";
  return new Request("http://portal/", { headers: { cookie } });
};
const saver = async (scope: Scope, supervisionId: string) => {
  const browser = await browserOf(scope);
  return (question: string, value: unknown, version: number, comment: string | null = null) => saveAnswer(browser, supervisionId, { question, value, comment, version }, "da");
};
const received = ({ signatory, supervisionId }: Scene) => withTenant(signatory, (tx) => findReceived(tx, signatory, supervisionId, "da"), { readOnly: true });
const submit = async ({ signatory, supervisionId }: Scene, shown?: string) => {
  const found = await withTenant(signatory, (tx) => findHandingIn(tx, signatory, supervisionId, "da"), { readOnly: true });
  const hash = shown ?? (found?.open ? found.handing.hash : "");
  return withTenant(signatory, (tx) => submitAnswers(tx, signatory, { supervisionId, shown: hash, declaration: "Jeg erklærer", name: "Anne Drift", title: "Direktør", language: "da", at: sceneTime }));
};
const file = (name: string, sha = "a") => ({ key: "quarantine/x", name, kind: "pdf" as const, mediaType: "application/pdf", size: 10, sha256: sha.repeat(64) });

describe("saving one answer", () => {
  it("leaves out of an answer what the database takes for no text", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const save = await saver(scene.signatory, scene.supervisionId);
    expect(await save("product_changes", "yes", 0, "Nyt \u0000datacenter \ud800")).toMatchObject({ ok: true, version: 1 });
    expect(await rows("select comment from answer where supervision_id = $1", [scene.supervisionId])).toEqual([{ comment: "Nyt datacenter \ufffd" }]);
  });

  it("begins the response, counts versions up, and writes exactly one entry for each change", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { signatory, caseworker, supervisionId } = scene;
    const save = await saver(signatory, supervisionId);
    expect(await save("product_changes", "no", 0)).toMatchObject({ ok: true, version: 1 });
    expect(await save("product_changes", "no", 1)).toMatchObject({ ok: true, version: 1 });
    expect(await save("product_changes", "yes", 1, "Nyt datacenter")).toMatchObject({ ok: true, version: 2 });
    expect(await received(scene)).toMatchObject({ state: "answering", progress: { answered: 1 } });
    expect(await rows("select answered, total from response where supervision_id = $1", [supervisionId])).toEqual([{ answered: 1, total: 9 }]);
    expect(await trail(signatory.organisationId, supervisionId)).toEqual(["request.sent", "response.begun", "answer.saved", "answer.saved"]);
    expect((await trail(caseworker.organisationId, supervisionId)).slice(-1)).toEqual(["response.begun"]);
    expect(await rows("select detail from audit_event where supervision_id = $1 and action = 'answer.saved' order by id", [supervisionId]))
      .toEqual([{ detail: { question: "product_changes", version: 1 } }, { detail: { question: "product_changes", version: 2 } }]);
  });

  it("never lets colleagues on different questions collide, and on the same one shows the second what the first wrote", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const [anne, bo] = [await saver(scene.signatory, scene.supervisionId), await saver(await colleague(scene), scene.supervisionId)];
    const names = ["covers_processing", "covers_subprocessors", "agreement_met", "organisational_changes", "product_changes"];
    const all = await Promise.all(names.map((question, place) => (place % 2 === 0 ? anne : bo)(question, question.startsWith("covers") || question === "agreement_met" ? "yes" : "no", 0)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await rows("select answered from response where supervision_id = $1", [scene.supervisionId])).toEqual([{ answered: names.length }]);
    const race = await Promise.all([anne("product_changes", "yes", 1, "Fra Anne"), bo("product_changes", "yes", 1, "Fra Bo")]);
    const [won, lost] = race.toSorted((a, b) => Number(b.ok) - Number(a.ok));
    expect(won).toMatchObject({ ok: true, version: 2 });
    expect(lost).toMatchObject({ ok: false, reason: "conflict", theirs: { value: "yes", version: 2 } });
    expect(await (lost === race[0] ? anne : bo)("product_changes", "no", 2)).toMatchObject({ ok: true, version: 3 });
  });

  it.each([
    ["product_changes", "maybe", "not-a-choice"],
    ["status_from", "2026-02-30", "not-a-date"],
    ["no_such_question", "x", "unknown-question"],
    ["status_report_evidence", "x", "unknown-question"],
  ])("refuses %s = %s as %s and writes nothing", async (question, value, code) => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    expect(await (await saver(scene.signatory, scene.supervisionId))(question, value, 0)).toMatchObject({ ok: false, reason: "invalid", problems: [{ question, code }] });
    expect(await trail(scene.signatory.organisationId, scene.supervisionId)).toEqual(["request.sent"]);
  });

  it("is nothing to other organisations, to drafts, to readers and to the signed out", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
    expect(await (await saver(stranger, scene.supervisionId))("confirmation", "confirmed", 0)).toEqual({ ok: false, reason: "not-found" });
    const draft = await newDraft(database.ownerUrl, { concept: 2 });
    expect(await (await saver(draft.signatory, draft.supervisionId))("confirmation", "confirmed", 0)).toEqual({ ok: false, reason: "not-found" });
    await expect((await saver(await colleague(scene, ["reader"]), scene.supervisionId))("confirmation", "confirmed", 0)).rejects.toMatchObject({ status: 403 });
    await expect((await saver(scene.caseworker, scene.supervisionId))("confirmation", "confirmed", 0)).rejects.toMatchObject({ status: 404 });
    await expect(saveAnswer(new Request("http://portal/"), scene.supervisionId, { question: "confirmation", value: "confirmed", comment: null, version: 0 }, "da")).rejects.toMatchObject({ status: 401 });
  });
});

it("saves a form without JavaScript question by question, whatever happens to the rest", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 2 });
  const { signatory, supervisionId } = scene;
  await (await saver(await colleague(scene), supervisionId))("signatory_name", "Bo", 0);
  const form = new FormData();
  for (const [question, value] of [["confirmation", "confirmed"], ["signatory_name", "Anne"], ["signatory_title", "x".repeat(500)]] as const) {
    form.append("question", question);
    form.set(`q.${question}`, value);
    form.set(`v.${question}`, "0");
  }
  const outcome = await withTenant(signatory, (tx) => savePage(tx, signatory, supervisionId, form, "da"));
  expect(outcome).toMatchObject({ conflicts: [{ question: "signatory_name", theirs: { value: "Bo" } }], problems: [{ question: "signatory_title", code: "too-long" }], typed: { confirmation: { version: 1 }, signatory_name: { value: "Anne" } } });
  expect(await rows("select question, value from answer where supervision_id = $1 order by question", [supervisionId])).toEqual([{ question: "confirmation", value: "confirmed" }, { question: "signatory_name", value: "Bo" }]);
});

describe("signing", () => {
  it("hands in once, freezes what was shown, releases the files and tells both", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { signatory, caseworker, supervisionId } = scene;
    expect(await submit(scene)).toMatchObject({ ok: false, reason: "incomplete" });
    const { id } = await withTenant(signatory, (tx) => handInFile(tx, signatory, supervisionId, "status_report_evidence", file("status.pdf"))) as { id: string };
    const seen = () => withTenant(caseworker, (tx) => tx.evidence.count({ where: { supervisionId } }), { readOnly: true });
    expect(await seen()).toBe(0);
    await handIn(scene);
    const twice = await Promise.all([submit(scene), submit(scene)]);
    expect(twice).toEqual([{ ok: true, revision: 1, already: true }, { ok: true, revision: 1, already: true }]);
    expect(await seen()).toBe(1);
    expect(await withTenant(signatory, (tx) => findReceipt(tx, signatory, supervisionId, null), { readOnly: true })).toMatchObject({ revision: 1, signatoryName: "Anne Drift", evidence: [{ id, name: "status.pdf" }] });
    for (const party of [signatory, caseworker]) expect((await trail(party.organisationId, supervisionId)).filter((action) => action === "submission.signed")).toHaveLength(1);
    expect(await (await saver(signatory, supervisionId))("product_changes", "yes", 1)).toEqual({ ok: false, reason: "locked" });
    expect(await withTenant(signatory, (tx) => takeFileAway(tx, signatory, { supervisionId, evidenceId: id, at: sceneTime }))).toEqual({ ok: false, reason: "locked" });
    expect(await withTenant(signatory, (tx) => handInFile(tx, signatory, supervisionId, "status_report_evidence", file("sent.pdf", "b")))).toEqual({ ok: false, reason: "locked" });
    await expect(rows("update submission set declaration = '' where supervision_id = $1", [supervisionId])).rejects.toThrow("never changed");
  });

  it("lets two signatories at once hand in one submission", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    const save = await saver(scene.signatory, scene.supervisionId);
    for (const [question, value] of [["confirmation", "confirmed"], ["agreement_confirmed", "Aftalen"], ["signatory_name", "Anne"], ["signatory_title", "Direktør"]] as const) await save(question, value, 0);
    const both = await Promise.all([submit(scene), submit(scene)]);
    expect(both.map((one) => one.ok && one.already).sort()).toEqual([false, true]);
    expect(await rows("select revision from submission where supervision_id = $1", [scene.supervisionId])).toEqual([{ revision: 1 }]);
  });

  it("waits for an answer on its way in, and is refused when that is not what was shown", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    const { signatory, supervisionId } = scene;
    const save = await saver(signatory, supervisionId);
    for (const [question, value] of [["confirmation", "confirmed"], ["agreement_confirmed", "Aftalen"], ["signatory_name", "Anne"], ["signatory_title", "Direktør"]] as const) await save(question, value, 0);
    const waiting = async () => (await rows("select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted", [])).length;
    // A save as the database sees it, stopped between its two rows.
    const { signing } = await withTenant(signatory, async (tx) => {
      await tx.answer.updateMany({ where: { supervisionId, question: "signatory_name" }, data: { value: "Bo", version: { increment: 1 } } });
      const begun = submit(scene);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      await tx.response.updateMany({ where: { supervisionId }, data: { answered: { increment: 0 } } });
      return { signing: begun };
    });
    expect(await signing).toEqual({ ok: false, reason: "changed" });
    expect(await submit(scene)).toEqual({ ok: true, revision: 1, already: false });
    expect(await rows("select answers->'signatory_name'->>'value' as name from submission where supervision_id = $1", [supervisionId])).toEqual([{ name: "Bo" }]);
  });

  it("counts a place once when two files come to it at the same moment, and takes none beside what is signed", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 5 });
    const { signatory, supervisionId } = scene;
    const attach = (sha: string) => withTenant(signatory, (tx) => handInFile(tx, signatory, supervisionId, "statement_evidence", file("e.pdf", sha)));
    expect((await Promise.all([attach("a"), attach("b"), attach("c")])).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await rows("select answered from response where supervision_id = $1", [supervisionId])).toEqual([{ answered: 1 }]);
  });

  it("refuses what is not what was shown, and those who may not sign", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    const save = await saver(scene.signatory, scene.supervisionId);
    for (const [question, value] of [["confirmation", "confirmed"], ["agreement_confirmed", "Aftalen"], ["signatory_name", "Anne"], ["signatory_title", "Direktør"]] as const) await save(question, value, 0);
    expect(await submit(scene, "0".repeat(64))).toEqual({ ok: false, reason: "changed" });
    const respondent = await colleague(scene);
    await expect(submit({ ...scene, signatory: respondent })).rejects.toMatchObject({ status: 403 });
    const stranger = await newScope(database.ownerUrl, ["signatory"], { side: "processor" });
    expect(await submit({ ...scene, signatory: stranger }, "x")).toEqual({ ok: false, reason: "not-found" });
  });
});

it("opens only what was sent back, and hands in the rest as it stood", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 3 });
  const { signatory, caseworker, supervisionId } = scene;
  await handIn(scene);
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "?" }));
  await withTenant(caseworker, (tx) => returnQuestions(tx, caseworker, { supervisionId, questions: [{ question: "breaches", reason: "Hvad med marts?" }], dueOn: "2026-12-30" }));
  const now = await received(scene);
  expect(now).toMatchObject({ state: "returned", dueOn: "2026-12-30", returned: [{ question: "breaches", reason: "Hvad med marts?" }] });
  expect(now?.locked).toContain("product_changes");
  expect(now?.locked).not.toContain("breaches");
  expect(now?.locked).not.toContain("breach_list");
  const save = await saver(signatory, supervisionId);
  expect(await save("product_changes", "yes", 1)).toEqual({ ok: false, reason: "locked" });
  expect(await save("breaches", "yes", 1)).toMatchObject({ ok: true, version: 2 });
  expect(await submit(scene)).toMatchObject({ ok: false, reason: "incomplete" });
  expect(await save("breach_list", [{ discovered_on: "2026-03-01", what: "Forkert modtager", measures: "Nye rutiner", dealt_with: "yes", notified_on: "2026-03-02" }], 0)).toMatchObject({ ok: true });
  // A draft of a locked question that changed behind the walls is not what is signed.
  await rows("update answer set value = '\"yes\"' where supervision_id = $1 and question = 'product_changes'", [supervisionId]);
  expect(await submit(scene)).toEqual({ ok: true, revision: 2, already: false });
  const receipt = await withTenant(signatory, (tx) => findReceipt(tx, signatory, supervisionId, null), { readOnly: true });
  expect(receipt?.answers).toMatchObject({ breaches: { value: "yes" }, product_changes: { value: "no" } });
  expect(receipt?.revisions).toHaveLength(2);
});

it("keeps files to the requests and places they belong to", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 5 });
  const { signatory, supervisionId } = scene;
  const attach = (question: string, scope = signatory) => withTenant(scope, (tx) => handInFile(tx, scope, supervisionId, question, file("e.pdf")));
  const first = await attach("statement_evidence");
  expect(first).toMatchObject({ ok: true });
  expect(await attach("assurance")).toEqual({ ok: false, reason: "unknown-question" });
  const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
  expect(await attach("statement_evidence", stranger)).toEqual({ ok: false, reason: "not-found" });
  expect(await rows("select answered from response where supervision_id = $1", [supervisionId])).toEqual([{ answered: 1 }]);
  const evidenceId = first.ok ? first.id : "";
  const take = (scope: Scope) => withTenant(scope, (tx) => takeFileAway(tx, scope, { supervisionId, evidenceId, at: sceneTime }));
  expect(await take(stranger)).toEqual({ ok: false, reason: "not-found" });
  expect(await take(signatory)).toEqual({ ok: true, place: "statement_evidence" });
  expect(await take(signatory)).toEqual({ ok: false, reason: "not-found" });
  expect(await rows("select answered from response where supervision_id = $1", [supervisionId])).toEqual([{ answered: 0 }]);
  expect(await trail(signatory.organisationId, supervisionId)).toEqual(["request.sent", "response.begun", "evidence.attached", "evidence.removed"]);
});
