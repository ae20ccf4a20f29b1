import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { handIn, newSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { assessAnswer } from "./assess-answer.server.ts";
import type { AssessInput } from "./assess-answer.server.ts";
import { loadCase } from "./load-case.server.ts";
import { proposalFor, refreshCase } from "./refresh-case.server.ts";
import { returnQuestions, takeBackReturn } from "./return-questions.server.ts";
import { startAssessment } from "./start-assessment.server.ts";

const reservationText = "Hvad gælder forbeholdet?";
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
const start = ({ caseworker, supervisionId }: Scene) => withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText }));
const look = async ({ caseworker, supervisionId }: Scene) => {
  const found = await withTenant(caseworker, (tx) => loadCase(tx, supervisionId), { readOnly: true });
  if (!found) throw new Error("no such case");
  return found;
};
const rules = async (scene: Scene) => (await look(scene)).findings.map(({ rule, state, blocking }) => `${rule} ${state}${blocking ? " blocking" : ""}`).sort();
const assess = (scene: Scene, question: string, level: Level, more: Partial<AssessInput> = {}) =>
  withTenant(scene.caseworker, (tx) => assessAnswer(tx, scene.caseworker, { supervisionId: scene.supervisionId, question, level, naAccepted: null, reason: "", version: 0, ...more }));
const giveBack = (scene: Scene, ...questions: string[]) =>
  withTenant(scene.caseworker, (tx) => returnQuestions(tx, scene.caseworker, { supervisionId: scene.supervisionId, questions: questions.map((question) => ({ question, reason: "Uddyb" })), dueOn: "2026-12-10" }));
/** Audit actions of the controller in this supervision since its submission. */
const trail = async ({ caseworker, supervisionId }: Scene) => {
  const all = (await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and supervision_id = $2 order by id", [caseworker.organisationId, supervisionId])).map(({ action }) => action);
  return all.slice(all.indexOf("submission.signed") + 1);
};
const begun = async (concept: 2 | 3 | 4 | 5 | 6, answers: Record<string, unknown> = {}, agreement: Parameters<typeof newSupervision>[1]["agreement"] = {}) => {
  const scene = await newSupervision(database.ownerUrl, { concept, agreement });
  await handIn(scene, answers);
  expect(await start(scene)).toEqual({ ok: true });
  return scene;
};

describe("beginning", () => {
  it.each([2, 3, 4, 5, 6] as const)("finds nothing in clean answers to concept %i and proposes in order", async (concept) => {
    const scene = await begun(concept, {}, concept === 5 ? sevenPoints : {});
    const { state, findings, caseFile } = await look(scene);
    expect({ state, findings, claimed: caseFile.claimedScore, assessed: caseFile.assessedScore, proposal: caseFile.proposal })
      .toEqual({ state: "assessing", findings: [], claimed: 100, assessed: 100, proposal: "in-order" });
    expect(await trail(scene)).toEqual(["assessment.started"]);
  });

  it("is refused before anything is handed in, and harmless the second time", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    expect(await start(scene)).toEqual({ ok: false, reason: "not-found" });
    await handIn(scene);
    expect(await Promise.all([start(scene), start(scene)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await trail(scene)).toEqual(["assessment.started"]);
  });

  it("opens a clarification of a confirmation with reservations, once", async () => {
    const scene = await begun(2, { confirmation: "confirmed-with-reservations", reservations: "Ikke backup" });
    expect(await rules(scene)).toEqual(["ANSWER-PARTLY open", "K2-RESERVATION open blocking"]);
    const { clarifications, caseFile } = await look(scene);
    expect(clarifications.map(({ question, messages }) => [question, messages.map(({ body }) => body)])).toEqual([["confirmation", [reservationText]]]);
    expect(caseFile).toMatchObject({ claimedScore: 50, proposal: "not-in-order" });
    expect(await trail(scene)).toEqual(["assessment.started", "finding.raised", "finding.raised", "clarification.opened"]);
  });

  it("raises GAP-1, which blocks, for limited assurance at seven points, and not at six", async () => {
    const scene = await begun(5, { assurance: "limited" }, sevenPoints);
    expect(await rules(scene)).toEqual(["GAP-1 open blocking"]);
    const { findings, caseFile } = await look(scene);
    expect(findings[0]?.values).toEqual({ points: 7, assurance: "limited" });
    expect(caseFile).toMatchObject({ claimedScore: 100, proposal: "not-in-order" });
    expect(await rules(await begun(5, { assurance: "limited" }, { ...sevenPoints, personCount: 500 }))).toEqual([]);
  });

  it("is another's 404 and a reader's 403", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    await handIn(scene);
    const stranger = await newScope(database.ownerUrl);
    expect(await withTenant(stranger, (tx) => startAssessment(tx, stranger, { supervisionId: scene.supervisionId, reservationText }))).toEqual({ ok: false, reason: "not-found" });
    const reader = { ...scene.caseworker, roles: ["reader"] as const };
    await expect(withTenant(reader, (tx) => startAssessment(tx, reader, { supervisionId: scene.supervisionId, reservationText }))).rejects.toMatchObject({ status: 403 });
  });
});

describe("deciding on an answer", () => {
  it("takes a reason where it differs from what is claimed, and none where it does not", async () => {
    const scene = await begun(3);
    expect(await assess(scene, "agreement_met", "partly")).toEqual({ ok: false, reason: "needs-reason" });
    expect(await assess(scene, "agreement_met", "met")).toEqual({ ok: true });
    expect(await assess(scene, "agreement_met", "partly", { reason: "Punkt 7 mangler", version: 1 })).toEqual({ ok: true });
    expect(await rules(scene)).toEqual(["ANSWER-PARTLY open"]);
    expect((await look(scene)).caseFile).toMatchObject({ claimedScore: 100, assessedScore: 79, assessedById: scene.caseworker.personId });
    expect(await trail(scene)).toEqual(["assessment.started", "answer.assessed", "answer.assessed", "finding.raised"]);
  });

  it("lets the second of two colleagues see the first one's decision", async () => {
    const scene = await begun(3);
    const both = await Promise.all([assess(scene, "agreement_met", "met"), assess(scene, "agreement_met", "not-met", { reason: "Nej" })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: "conflict" });
  });

  it.each([["nobody asked", "nothing"], ["that has no score", "breaches"]])("knows no question %s", async (_, question) => {
    expect(await assess(await begun(3), question, "met")).toEqual({ ok: false, reason: "unknown-question" });
  });

  it("counts a rejected not-applicable as silence", async () => {
    const scene = await begun(3, { covers_subprocessors: "no-subprocessors" });
    expect(await assess(scene, "covers_subprocessors", "not-applicable", { naAccepted: false })).toEqual({ ok: false, reason: "needs-reason" });
    expect(await assess(scene, "covers_subprocessors", "not-applicable", { naAccepted: false, reason: "De bruger en" })).toEqual({ ok: true });
    expect(await rules(scene)).toEqual(["ANSWER-NA-REJECTED open"]);
    expect((await look(scene)).caseFile).toMatchObject({ claimedScore: 100, assessedScore: 71 });
  });

  it("clears a finding whose fact is gone and opens it again when it returns", async () => {
    const scene = await begun(3, { agreement_met: { value: "partly", comment: "Backup" } });
    expect(await rules(scene)).toEqual(["ANSWER-PARTLY open"]);
    await assess(scene, "agreement_met", "met", { reason: "Rettet" });
    expect(await rules(scene)).toEqual(["ANSWER-PARTLY closed-not-a-gap"]);
    await assess(scene, "agreement_met", "partly", { version: 1 });
    expect(await rules(scene)).toEqual(["ANSWER-PARTLY open"]);
    expect(await trail(scene)).toEqual(["assessment.started", "finding.raised", "answer.assessed", "finding.cleared", "answer.assessed", "finding.reopened"]);
  });

  it("gives the same findings from the same facts, without a trace of having looked", async () => {
    const scene = await begun(5, { assurance: "limited", opinion: "qualified", covers_agreement: { value: "partly", comment: "Ikke sletning" } }, sevenPoints);
    const before = await look(scene);
    await withTenant(scene.caseworker, (tx) => refreshCase(tx, scene.caseworker, scene.supervisionId));
    const after = await look(scene);
    expect(after.findings).toEqual(before.findings);
    expect(await trail(scene)).toEqual(["assessment.started", ...before.findings.map(() => "finding.raised")]);
  });
});

describe("returning questions", () => {
  it("needs questions that are asked, each with a reason", async () => {
    const scene = await begun(3);
    expect(await giveBack(scene)).toEqual({ ok: false, reason: "no-questions" });
    expect(await giveBack(scene, "nothing")).toEqual({ ok: false, reason: "unknown-question" });
    expect(await withTenant(scene.caseworker, (tx) => returnQuestions(tx, scene.caseworker, { supervisionId: scene.supervisionId, questions: [{ question: "breaches", reason: " " }], dueOn: "2026-12-10" }))).toEqual({ ok: false, reason: "needs-reason" });
    expect((await look(scene)).state).toBe("assessing");
  });

  it("opens that question only; a decision on the old answer counts no more", async () => {
    const scene = await begun(3, { agreement_met: { value: "partly", comment: "Backup" } });
    await assess(scene, "agreement_met", "not-met", { reason: "Ingen backup" });
    await assess(scene, "covers_processing", "partly", { reason: "Arkivet mangler" });
    expect(await giveBack(scene, "agreement_met")).toEqual({ ok: true });
    await handIn(scene, { agreement_met: "yes", covers_processing: "no" });
    expect(await start(scene)).toEqual({ ok: true });
    const { facts, caseFile, latest } = await look(scene);
    expect(latest.revision).toBe(2);
    expect([facts.answers.agreement_met?.value, facts.answers.covers_processing?.value]).toEqual(["yes", "yes"]);
    expect(await rules(scene)).toEqual(["ANSWER-NOT-MET closed-not-a-gap blocking", "ANSWER-PARTLY closed-not-a-gap", "ANSWER-PARTLY open"]);
    expect(caseFile).toMatchObject({ claimedScore: 100, assessedScore: 86 });
    expect(await assess(scene, "agreement_met", "met", { version: 1 })).toEqual({ ok: true });
  });

  it("can be taken back, and the same question returned again", async () => {
    const scene = await begun(3);
    await giveBack(scene, "agreement_met");
    expect(await withTenant(scene.caseworker, (tx) => takeBackReturn(tx, scene.caseworker, scene.supervisionId))).toBe(true);
    expect(await withTenant(scene.caseworker, (tx) => takeBackReturn(tx, scene.caseworker, scene.supervisionId))).toBe(false);
    await giveBack(scene, "covers_processing");
    await withTenant(scene.caseworker, (tx) => takeBackReturn(tx, scene.caseworker, scene.supervisionId));
    expect(await giveBack(scene, "agreement_met")).toEqual({ ok: true });
    await handIn(scene, { covers_processing: "no", agreement_met: { value: "partly", comment: "Nu delvist" } });
    const { facts } = await look(scene);
    expect([facts.answers.agreement_met?.value, facts.answers.covers_processing?.value]).toEqual(["partly", "yes"]);
    expect(facts.changedIn).toEqual({ agreement_met: 2 });
    const mails = await rows<{ kind: string }>("select kind from outbox where supervision_id = $1 and kind = 'questions-returned'", [scene.supervisionId]);
    expect(mails.length).toBe(3);
  });

  it("is seen by both parties' trails, the decisions by the controller's alone", async () => {
    const scene = await begun(3);
    await assess(scene, "agreement_met", "met");
    await giveBack(scene, "agreement_met");
    const theirs = await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and supervision_id = $2 order by id", [scene.signatory.organisationId, scene.supervisionId]);
    const actions = theirs.map(({ action }) => action);
    expect(actions.slice(actions.indexOf("submission.signed"))).toEqual(["submission.signed", "assessment.started", "questions.returned"]);
    const { state, dueOn, proposal } = await withTenant(scene.caseworker, async (tx) => {
      const found = await loadCase(tx, scene.supervisionId);
      if (!found) throw new Error("no such case");
      return { state: found.state, dueOn: found.dueOn?.toISOString().slice(0, 10), proposal: (await proposalFor(tx, found)).outcome };
    });
    expect({ state, dueOn, proposal }).toEqual({ state: "returned", dueOn: "2026-12-10", proposal: "in-order" });
  });
});
