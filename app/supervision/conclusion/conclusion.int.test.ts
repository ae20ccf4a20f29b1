import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, requirementInput } from "#tests/support/factories.ts";
import { handIn, newSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { assessAnswer } from "../assessment/assess-answer.server.ts";
import { returnQuestions } from "../assessment/return-questions.server.ts";
import { startAssessment } from "../assessment/start-assessment.server.ts";
import { closeClarification } from "../clarification/close-clarification.server.ts";
import { openClarification } from "../clarification/open-clarification.server.ts";
import { writeMessage } from "../clarification/write-message.server.ts";
import { addFinding } from "../finding/add-finding.server.ts";
import { decideFinding } from "../finding/decide-finding.server.ts";
import type { DecideInput } from "../finding/decide-finding.server.ts";
import { withdrawSupervision } from "../withdraw-supervision.server.ts";
import { concludeSupervision } from "./conclude-supervision.server.ts";
import { findConclusion } from "./find-conclusion.server.ts";
import { requestPackage } from "./request-package.server.ts";

const today = "2026-11-22";
const requirement = requirementInput("Al kommunikation er krypteret");
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = <Row = Record<string, unknown>>(sql: string, values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const begun = async (wishes: Parameters<typeof newSupervision>[1], answers: Record<string, unknown> = {}) => {
  const scene = await newSupervision(database.ownerUrl, wishes);
  await handIn(scene, answers);
  await withTenant(scene.caseworker, (tx) => startAssessment(tx, scene.caseworker, { supervisionId: scene.supervisionId, reservationText: "Hvad?" }));
  return scene;
};
const conclude = (scene: Scene, outcome: Outcome, reason = "", who: Scope = scene.dpo) =>
  withTenant(who, (tx) => concludeSupervision(tx, who, { supervisionId: scene.supervisionId, outcome, reason, message: "Tak for svaret.", today }));
const findings = ({ supervisionId }: Scene) => rows<{ id: string; rule: string; state: string; version: number }>("select id, rule, state, version from finding where supervision_id = $1 order by raised_at, rule", [supervisionId]);
const decide = (who: Scope, findingId: string, to: DecideInput["to"], more: Partial<DecideInput> = {}) =>
  withTenant(who, (tx) => decideFinding(tx, who, { findingId, to, version: 1, reason: "Set", measure: "", ownerName: "", dueOn: null, acceptedUntil: null, today, ...more }));
const trail = async (of: Scope, { supervisionId }: Scene, since: string) => {
  const all = (await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and (supervision_id = $2 or action = 'agreement.planned') order by id", [of.organisationId, supervisionId])).map(({ action }) => action);
  return all.slice(all.lastIndexOf(since) + 1);
};
const limited = () => begun({ concept: 5, agreement: sevenPoints }, { assurance: "limited" });
const ask = (scene: Scene, question: string) => withTenant(scene.caseworker, (tx) => openClarification(tx, scene.caseworker, { supervisionId: scene.supervisionId, question, body: "Hvordan?" }));

describe("limited assurance at seven points", () => {
  it("is never in order: not with a reason, and not when the risk is accepted", async () => {
    const scene = await limited();
    const gap = (await findings(scene))[0];
    expect(gap?.rule).toBe("GAP-1");
    expect(await conclude(scene, "in-order", "Vi stoler på dem")).toEqual({ ok: false, reason: "blocking-finding-open" });
    expect(await decide(scene.dpo, String(gap?.id), "closed-not-a-gap")).toEqual({ ok: false, reason: "not-dismissable" });
    expect(await decide(scene.dpo, String(gap?.id), "risk-accepted", { acceptedUntil: "2027-05-01" })).toEqual({ ok: true });
    expect(await conclude(scene, "in-order", "Vi stoler på dem")).toEqual({ ok: false, reason: "blocking-risk-accepted" });
    expect(await conclude(scene, "in-order-with-remarks")).toEqual({ ok: true });
  });
  it("high assurance is", async () => expect(await conclude(await begun({ concept: 5, agreement: sevenPoints }), "in-order")).toEqual({ ok: true }));
});

describe("concluding", () => {
  it("releases conclusion and findings to the processor, who saw neither before; the next supervision is dated", async () => {
    const scene = await begun({ concept: 3 }, { agreement_met: { value: "partly", comment: "Backup" }, breaches: "yes", breach_list: [{ discovered_on: "2026-05-01", what: "Fejlsendt", notified_on: "2026-05-01", dealt_with: "no", measures: "Ny rutine" }] });
    const seen = () => withTenant(scene.signatory, async (tx) => ({ conclusion: await tx.conclusion.findFirst({ where: { supervisionId: scene.supervisionId } }), findings: await tx.finding.findMany({ where: { supervisionId: scene.supervisionId } }) }), { readOnly: true });
    expect(await seen()).toEqual({ conclusion: null, findings: [] });
    const dismissed = (await findings(scene)).find(({ rule }) => rule === "K3-BREACH-OPEN");
    expect(await decide(scene.caseworker, String(dismissed?.id), "closed-not-a-gap")).toEqual({ ok: true });
    expect(await conclude(scene, "in-order-with-remarks")).toEqual({ ok: true });
    const after = await seen();
    expect(after.conclusion).toMatchObject({ outcome: "in-order-with-remarks", message: "Tak for svaret.", decidedByName: scene.dpo.personName });
    expect(after.findings.map(({ rule }) => rule)).toEqual(["ANSWER-PARTLY", "DISCLOSED-NOT-NOTIFIED"]);
    expect(await trail(scene.dpo, scene, "finding.closed-not-a-gap")).toEqual(["supervision.concluded", "agreement.planned"]);
    expect(await trail(scene.signatory, scene, "assessment.started")).toEqual(["supervision.concluded"]);
    expect(await rows("select state, standing, next_due_on::text as next from supervision s join agreement a on a.id = s.agreement_id where s.id = $1", [scene.supervisionId])).toEqual([{ state: "concluded", standing: "in-order-with-remarks", next: "2027-11-22" }]);
    expect(await rows("select count(*)::int as n from outbox where supervision_id = $1 and kind = 'conclusion-released'", [scene.supervisionId])).toEqual([{ n: 1 }]);
  });

  it("does not conclude on findings the DPO has not seen", async () => {
    const scene = await begun({ concept: 3 });
    const shown = async () => (await withTenant(scene.dpo, (tx) => findConclusion(tx, scene.dpo, scene.supervisionId, "da"), { readOnly: true }))?.seen;
    const concludeSeen = (seen: string | undefined) => withTenant(scene.dpo, (tx) => concludeSupervision(tx, scene.dpo, { supervisionId: scene.supervisionId, outcome: "in-order-with-remarks", reason: "Vi ser tiden an", message: "", today: "2026-11-22", seen }));
    const before = await shown();
    await withTenant(scene.caseworker, (tx) => addFinding(tx, scene.caseworker, { supervisionId: scene.supervisionId, question: "", body: "Der er ingen log.", severity: "minor", blocking: false }));
    expect(await concludeSeen(before)).toEqual({ ok: false, reason: "other-grounds" });
    expect(await concludeSeen(await shown())).toEqual({ ok: true });
  });

  it("takes a reason to decide against the proposal, either way", async () => {
    const scene = await begun({ concept: 3 });
    expect(await conclude(scene, "not-in-order", "  ")).toEqual({ ok: false, reason: "deviation-needs-reason" });
    expect(await conclude(scene, "not-in-order", "Bruddet blev skjult")).toEqual({ ok: true });
    expect(await rows("select proposal, reason from supervision_case where supervision_id = $1", [scene.supervisionId])).toEqual([{ proposal: "in-order", reason: "Bruddet blev skjult" }]);
  });

  it("is done once", async () => {
    const scene = await begun({ concept: 2 });
    const both = await Promise.all([conclude(scene, "in-order"), conclude(scene, "in-order")]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: "not-assessing" });
  });

  it("is not the assessor's where another DPO could, and is where none could", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    await handIn(scene);
    const { dpo, supervisionId } = scene;
    await withTenant(dpo, (tx) => startAssessment(tx, dpo, { supervisionId, reservationText: "Hvad?" }));
    const second = await newScope(database.ownerUrl, ["dpo"], { tenant: { id: dpo.organisationId, name: dpo.organisationName } });
    expect(await conclude(scene, "in-order")).toEqual({ ok: false, reason: "same-person" });
    const judge = (who: Scope, version: number) => withTenant(who, (tx) => assessAnswer(tx, who, { supervisionId, question: "agreement_met", level: "met", naAccepted: null, reason: "", version }));
    await judge(scene.caseworker, 0);
    await judge(dpo, 1);
    expect(await conclude(scene, "in-order")).toEqual({ ok: false, reason: "same-person" });
    await rows("update membership set active = false where person_id = $1", [second.personId]);
    expect(await conclude(scene, "in-order")).toEqual({ ok: true });
  });

  it("lets nothing slip in while it is drawn: a finding raised in that moment finds it concluded", async () => {
    const scene = await begun({ concept: 3 });
    const { supervisionId, caseworker, dpo } = scene;
    const waiting = async () => (await rows("select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted", [])).length;
    const raise = () => withTenant(caseworker, (tx) => addFinding(tx, caseworker, { supervisionId, question: "", severity: "critical", blocking: true, body: "Ny mangel" }));
    const raised = await withTenant(dpo, async (tx) => {
      expect(await concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order", reason: "", message: "", today })).toEqual({ ok: true });
      const begunMeanwhile = raise();
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      return { begunMeanwhile };
    });
    expect(await raised.begunMeanwhile).toEqual({ ok: false, reason: "not-assessing" });
    expect(await findings(scene)).toEqual([]);
  });

  it("is a DPO's", async () => {
    const scene = await begun({ concept: 2 });
    await expect(conclude(scene, "in-order", "", scene.caseworker)).rejects.toMatchObject({ status: 403 });
    const stranger = await newScope(database.ownerUrl, ["dpo"]);
    expect(await conclude(scene, "in-order", "", stranger)).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("a clarification", () => {
  it("on a special requirement bars in order until it is closed", async () => {
    const scene = await begun({ concept: 3, agreement: { requirements: [requirement] } });
    const [special] = await rows<{ id: string }>("select id from special_requirement where agreement_id = $1", [scene.agreementId]);
    const asked = await ask(scene, `special_${special?.id}`);
    expect(asked.ok).toBe(true);
    expect(await conclude(scene, "in-order", "Det er nok i orden")).toEqual({ ok: false, reason: "special-requirement-unclarified" });
    await withTenant(scene.caseworker, (tx) => closeClarification(tx, scene.caseworker, asked.ok ? asked.clarificationId : ""));
    expect(await conclude(scene, "in-order")).toEqual({ ok: true });
    expect(await trail(scene.signatory, scene, "assessment.started")).toEqual(["clarification.opened", "clarification.closed", "supervision.concluded"]);
  });

  it("is written in by both parties until it is closed, which the conclusion does", async () => {
    const scene = await begun({ concept: 3 });
    const asked = await ask(scene, "agreement_met");
    const clarificationId = asked.ok ? asked.clarificationId : "";
    const write = (who: Scope, body: string) => withTenant(who, (tx) => writeMessage(tx, who, { clarificationId, body }));
    expect(await write(scene.signatory, " Sådan. ")).toEqual({ ok: true });
    expect(await write(scene.caseworker, "  ")).toEqual({ ok: false, reason: "empty" });
    const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
    expect(await write(stranger, "Hej")).toEqual({ ok: false, reason: "not-found" });
    expect(await conclude(scene, "in-order")).toEqual({ ok: true });
    expect(await write(scene.signatory, "Mere")).toEqual({ ok: false, reason: "closed" });
    expect(await rows("select body, author_id as author from clarification_message where clarification_id = $1 order by created_at", [clarificationId]))
      .toEqual([{ body: "Hvordan?", author: scene.caseworker.organisationId }, { body: "Sådan.", author: scene.signatory.organisationId }]);
    expect(await rows("select data->>'kind' as kind from pgboss.job where name = 'notify-controller' and data->>'supervisionId' = $1 order by created_on", [scene.supervisionId])).toContainEqual({ kind: "clarification-answered" });
    expect(await trail(scene.dpo, scene, "assessment.started")).toEqual(["clarification.opened", "clarification.written", "clarification.closed", "supervision.concluded", "agreement.planned"]);
  });

  it("ends with a supervision that is withdrawn, in both trails", async () => {
    const scene = await begun({ concept: 3 });
    const { supervisionId, caseworker, signatory } = scene;
    const asked = await ask(scene, "product_changes");
    const returned = await withTenant(caseworker, (tx) => returnQuestions(tx, caseworker, { supervisionId, questions: [{ question: "product_changes", reason: "Uklart" }], dueOn: "2026-12-24" }));
    expect(returned).toEqual({ ok: true });
    await withTenant(caseworker, (tx) => withdrawSupervision(tx, caseworker, { supervisionId, reason: "Aftalen er opsagt", at: new Date("2026-11-22T10:00:00Z") }));
    expect(await withTenant(signatory, (tx) => writeMessage(tx, signatory, { clarificationId: asked.ok ? asked.clarificationId : "", body: "Svar" }))).toEqual({ ok: false, reason: "closed" });
    for (const party of [caseworker, signatory]) expect(await trail(party, scene, "questions.returned")).toEqual(["clarification.closed", "supervision.withdrawn"]);
  });

  it("asks about questions of the request only, with words", async () => {
    const scene = await begun({ concept: 3 });
    expect(await ask(scene, "nothing")).toEqual({ ok: false, reason: "unknown-question" });
    expect(await withTenant(scene.caseworker, (tx) => openClarification(tx, scene.caseworker, { supervisionId: scene.supervisionId, question: "", body: " " }))).toEqual({ ok: false, reason: "empty" });
  });
});

describe("a finding", () => {
  it("goes from agreed to verified, each step with what it takes", async () => {
    const scene = await begun({ concept: 3 }, { agreement_met: { value: "partly", comment: "Backup" } });
    const id = String((await findings(scene))[0]?.id);
    expect(await decide(scene.caseworker, id, "verified")).toEqual({ ok: false, reason: "not-allowed-from-here" });
    expect(await decide(scene.caseworker, id, "agreed")).toEqual({ ok: false, reason: "needs-measure" });
    expect(await decide(scene.caseworker, id, "agreed", { measure: "Backup" })).toEqual({ ok: false, reason: "needs-owner" });
    expect(await decide(scene.caseworker, id, "agreed", { measure: "Backup", ownerName: "Anne" })).toEqual({ ok: false, reason: "needs-due-date" });
    expect(await conclude(scene, "in-order-with-remarks")).toEqual({ ok: true });
    const version = (await findings(scene))[0]?.version ?? 0;
    const agreed = { measure: "Backup", ownerName: "Anne", dueOn: "2026-12-24", reason: "" };
    expect(await decide(scene.caseworker, id, "agreed", agreed)).toEqual({ ok: false, reason: "conflict" });
    expect(await decide(scene.caseworker, id, "agreed", { ...agreed, version })).toEqual({ ok: true });
    expect(await decide(scene.caseworker, id, "reported-done", { version: version + 1 })).toEqual({ ok: true });
    expect(await decide(scene.caseworker, id, "verified", { version: version + 2, reason: "Så loggen" })).toEqual({ ok: true });
    expect(await rows("select state, measure, owner_name as owner, due_on::text as due, closed_at is not null as closed from finding where id = $1", [id])).toEqual([{ state: "verified", measure: "Backup", owner: "Anne", due: "2026-12-24", closed: true }]);
    expect(await trail(scene.signatory, scene, "supervision.concluded")).toEqual(["finding.agreed", "finding.reported-done", "finding.verified"]);
    expect(await rows("select count(*)::int as n from outbox where supervision_id = $1 and kind = 'finding-agreed'", [scene.supervisionId])).toEqual([{ n: 1 }]);
  });

  it("has its risk accepted by a DPO, with an end after today", async () => {
    const scene = await limited();
    const id = String((await findings(scene))[0]?.id);
    await expect(decide(scene.caseworker, id, "risk-accepted", { acceptedUntil: "2027-05-01" })).rejects.toMatchObject({ status: 403 });
    expect(await decide(scene.dpo, id, "risk-accepted")).toEqual({ ok: false, reason: "needs-expiry" });
    expect(await decide(scene.dpo, id, "risk-accepted", { acceptedUntil: today })).toEqual({ ok: false, reason: "needs-expiry" });
    expect(await decide(scene.dpo, id, "risk-accepted", { acceptedUntil: "2026-11-23" })).toEqual({ ok: true });
  });

  it("raised by hand stays until people close it, and blocks when they say so", async () => {
    const scene = await begun({ concept: 3 });
    const input = { supervisionId: scene.supervisionId, question: "", severity: "major" as const, blocking: true, body: "Ingen log" };
    expect(await withTenant(scene.caseworker, (tx) => addFinding(tx, scene.caseworker, { ...input, body: "" }))).toEqual({ ok: false, reason: "empty" });
    const added = await withTenant(scene.caseworker, (tx) => addFinding(tx, scene.caseworker, input));
    expect(added.ok).toBe(true);
    expect(await conclude(scene, "in-order", "Alligevel")).toEqual({ ok: false, reason: "blocking-finding-open" });
    await expect(decide(scene.caseworker, added.ok ? added.findingId : "", "closed-not-a-gap")).rejects.toMatchObject({ status: 403 });
    expect(await decide(scene.dpo, added.ok ? added.findingId : "", "closed-not-a-gap")).toEqual({ ok: true });
    expect(await conclude(scene, "in-order")).toEqual({ ok: true });
  });
});

describe("the evidence package", () => {
  it("is made of a concluded supervision, and not asked for twice while it is built", async () => {
    const scene = await begun({ concept: 2 });
    const request = () => withTenant(scene.dpo, (tx) => requestPackage(tx, scene.dpo, { supervisionId: scene.supervisionId, language: "da" }));
    expect(await request()).toEqual({ ok: false, reason: "not-concluded" });
    await conclude(scene, "in-order");
    const [first, second] = [await request(), await request()];
    expect(first.ok && second).toEqual(first);
    expect(await trail(scene.dpo, scene, "agreement.planned")).toEqual(["package.requested"]);
  });
});
