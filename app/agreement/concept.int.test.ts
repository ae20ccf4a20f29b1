import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { agreements } from "./agreements.server.ts";
import { chooseConcept } from "./choose-concept.server.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import { concerns } from "./concerns.server.ts";
import { decideChoice } from "./decide-choice.server.ts";
import { raiseConcern } from "./raise-concern.server.ts";
import { recordScore } from "./record-score.server.ts";
import { riskScores } from "./risk-scores.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const later = new Date("2026-11-23T10:00:00Z");
const answers = { special: false, otherConfidential: false, intrusive: false };
const notes = { a: "", b: "", c: "", d: "" };
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const trail = (who: Scope) => connected(database.ownerUrl, async (client) =>
  (await client.query<{ action: string }>("select action from audit_event where organisation_id = $1 order by id", [who.organisationId])).rows.map(({ action }) => action).slice(2));
const find = async (who: Scope, id: string) => {
  const row = await withTenant(who, (tx) => agreements(tx, who).find(id));
  if (!row) throw new Error("no such agreement");
  return row;
};
const choose = async (who: Scope, id: string, concept: Concept, reason = "", trustworthy = false) => {
  const { scoreId } = await find(who, id);
  return withTenant(who, (tx) => chooseConcept(tx, who, id, { scoreId: String(scoreId), concept, reason, trustworthy, nextDueOn: "2027-11-22" }, at));
};
const choices = (who: Scope, id: string) => withTenant(who, (tx) => conceptChoices(tx, who).list(id));
const waiting = async (who: Scope, id: string) => String((await choices(who, id)).find((choice) => choice.state === "awaiting-approval")?.id);
const decide = (who: Scope, id: string, choiceId: string, approved: boolean, note = "") =>
  withTenant(who, (tx) => decideChoice(tx, who, id, { choiceId, approved, note, nextDueOn: "2028-11-22" }, later));
const colleague = (of: Scope, ...roles: Scope["roles"]) => newScope(database.ownerUrl, roles, { tenant: { id: of.organisationId, name: of.organisationName } });
const journal = { dataCategories: ["ordinary", "health", "cpr"], personCount: 8500 };

describe("scoring", () => {
  it("keeps an immutable version with its reasons, and lets the newest count", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own, journal);
    const first = { answers: { ...answers, special: true }, notes: { ...notes, a: " Egne patienter " }, version: 1, scoreId: null };
    expect(await withTenant(own, (tx) => recordScore(tx, own, id, first, at))).toEqual({ ok: true, points: 7, keepsConcept: false });
    const { scoreId, points } = await find(own, id);
    expect(points).toBe(7);
    const second = { answers: { special: true, otherConfidential: false, intrusive: true }, notes: { ...notes, d: "Profilering af forløb" }, version: 1, scoreId };
    expect(await withTenant(own, (tx) => recordScore(tx, own, id, second, later))).toMatchObject({ ok: true, points: 9 });
    const versions = await withTenant(own, (tx) => riskScores(tx, own).list(id));
    expect(versions).toMatchObject([
      { version: 2, points: 9, d: 2, reasons: { d: { reason: "Profilering af forløb", because: [] } } },
      { version: 1, ruleSet: "datatilsynet-2021-10", points: 7, a: 2, b: 3, c: 2, d: 0, scoredAt: at, reasons: { a: { reason: "Egne patienter" }, b: { because: ["health"] }, c: { because: ["cpr"] }, ticks: journal.dataCategories } },
    ]);
    await expect(connected(database.ownerUrl, (client) => client.query("update risk_score set points = 1 where agreement_id = $1", [id]))).rejects.toThrow();
    expect(await trail(own)).toEqual(["agreement.scored", "agreement.scored"]);
  });

  it("demands a note where the answer goes against the ticks", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own, journal);
    const input = { answers: { ...answers, intrusive: true }, notes, version: 1, scoreId: null };
    expect(await withTenant(own, (tx) => recordScore(tx, own, id, input, at))).toEqual({ ok: false, reason: "note-needed", parts: ["b", "d"] });
    expect(await withTenant(own, (tx) => riskScores(tx, own).list(id))).toEqual([]);
    expect(await trail(own)).toEqual([]);
  });

  it("takes one of two scores made at once, and none of an agreement changed since", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own);
    const score = (version: number) => withTenant(own, (tx) => recordScore(tx, own, id, { answers, notes, version, scoreId: null }, at));
    expect(await score(2)).toEqual({ ok: false, reason: "conflict" });
    const both = await Promise.all([score(1), score(1)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await trail(own)).toEqual(["agreement.scored"]);
  });
});

describe("choosing a concept", () => {
  it("is in force at once within the band, also above it, and the former is set aside", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own);
    expect(await choose(own, id, 2)).toEqual({ ok: true, state: "in-force" });
    expect(await choose(own, id, 6)).toEqual({ ok: true, state: "in-force" });
    expect((await choices(own, id)).map(({ concept, state }) => [concept, state]).sort()).toEqual([[2, "superseded"], [6, "in-force"]]);
    expect(await find(own, id)).toMatchObject({ concept: 6, nextDueOn: new Date("2027-11-22T00:00:00Z") });
    expect(await trail(own)).toEqual(["agreement.scored", "concept.chosen", "concept.chosen"]);
  });

  it("takes concept 1 only with the assessment as trustworthy and its reason", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own);
    expect(await choose(own, id, 1, "Kendt fra ti års samarbejde")).toEqual({ ok: false, reason: "trust-needed" });
    expect(await choose(own, id, 1, "  ", true)).toEqual({ ok: false, reason: "reason-needed" });
    expect(await choose(own, id, 1, "Kendt fra ti års samarbejde", true)).toEqual({ ok: true, state: "in-force" });
    expect(await choices(own, id)).toMatchObject([{ concept: 1, belowBand: false, reason: "Kendt fra ti års samarbejde" }]);
  });

  it("takes no choice without a score, and none on a score that no longer counts", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own);
    const input = { scoreId: "11111111-1111-4111-8111-111111111111", concept: 3 as const, reason: "", trustworthy: false, nextDueOn: null };
    expect(await withTenant(own, (tx) => chooseConcept(tx, own, id, input, at))).toEqual({ ok: false, reason: "not-scored" });
    const scored = await newScoredAgreement(own);
    expect(await withTenant(own, (tx) => chooseConcept(tx, own, scored, input, at))).toEqual({ ok: false, reason: "conflict" });
  });
});

describe("below the band", () => {
  it("needs a reason and waits for a DPO; what was in force stays until then", async () => {
    const own = await newScope(database.ownerUrl);
    const dpo = await colleague(own, "dpo");
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 5);
    expect(await choose(own, id, 4)).toEqual({ ok: false, reason: "reason-needed" });
    expect(await choose(own, id, 4, "Certificeret efter art. 42")).toEqual({ ok: true, state: "awaiting-approval" });
    expect(await find(own, id)).toMatchObject({ concept: 5 });
    const choiceId = await waiting(own, id);
    expect(await decide(own, id, choiceId, true)).toEqual({ ok: false, reason: "not-dpo" });
    expect(await decide(dpo, id, choiceId, true, "Set")).toEqual({ ok: true, state: "in-force" });
    expect(await find(own, id)).toMatchObject({ concept: 4, choiceId, nextDueOn: new Date("2028-11-22T00:00:00Z") });
    expect((await choices(own, id)).find((choice) => choice.id === choiceId)).toMatchObject({ belowBand: true, minimum: 5, decidedByName: dpo.personName, decidedAt: later, decisionNote: "Set" });
    expect((await choices(own, id)).map(({ state }) => state).sort()).toEqual(["in-force", "superseded"]);
    expect(await decide(dpo, id, choiceId, false, "Alligevel ikke")).toEqual({ ok: false, reason: "conflict" });
    expect(await trail(own)).toEqual(["agreement.scored", "concept.chosen", "concept.deviation-requested", "concept.deviation-approved"]);
  });

  it("is rejected with a note, and nothing changes", async () => {
    const own = await newScope(database.ownerUrl);
    const dpo = await colleague(own, "dpo");
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 2, "Nemmere");
    const choiceId = await waiting(own, id);
    expect(await decide(dpo, id, choiceId, false)).toEqual({ ok: false, reason: "note-needed" });
    expect(await decide(dpo, id, choiceId, false, "Syv point kræver mere")).toEqual({ ok: true, state: "rejected" });
    expect(await find(own, id)).toMatchObject({ concept: null, choiceId: null });
  });

  it("is not approved by its own chooser while there is another DPO", async () => {
    const alone = await newScope(database.ownerUrl, ["dpo"]);
    const id = await newScoredAgreement(alone, journal);
    await choose(alone, id, 3, "Midlertidigt");
    const other = await colleague(alone, "dpo");
    expect(await decide(alone, id, await waiting(alone, id), true)).toEqual({ ok: false, reason: "own-choice" });
    await connected(database.ownerUrl, (client) => client.query("update membership set active = false where person_id = $1", [other.personId]));
    expect(await decide(alone, id, await waiting(alone, id), true)).toEqual({ ok: true, state: "in-force" });
  });

  it("falls when the agreement is scored anew: the waiting one always, the one in force when it no longer suffices", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, { personCount: 500 });
    await choose(own, id, 2);
    const rescore = async (given: typeof answers, d = "") => {
      const { scoreId } = await find(own, id);
      return withTenant(own, (tx) => recordScore(tx, own, id, { answers: given, notes: { ...notes, b: "b", c: "c", d }, version: 1, scoreId }, later));
    };
    expect(await rescore({ ...answers, otherConfidential: true })).toEqual({ ok: true, points: 3, keepsConcept: true });
    await choose(own, id, 1, "Lille", true);
    const choiceId = await waiting(own, id);
    expect(await rescore({ special: true, otherConfidential: true, intrusive: true }, "d")).toEqual({ ok: true, points: 8, keepsConcept: false });
    expect(await find(own, id)).toMatchObject({ concept: null, choiceId: null, points: 8 });
    expect(new Set((await choices(own, id)).map(({ state }) => state))).toEqual(new Set(["superseded"]));
    const dpo = await colleague(own, "dpo");
    expect(await decide(dpo, id, choiceId, true)).toEqual({ ok: false, reason: "conflict" });
  });
});

describe("who may, and whose", () => {
  it.each([["reader"], ["administrator"]] as const)("a %s changes nothing", async (role) => {
    const own = await newScope(database.ownerUrl);
    const who = await colleague(own, role);
    const id = await newScoredAgreement(own);
    expect(await withTenant(who, (tx) => recordScore(tx, who, id, { answers, notes, version: 1, scoreId: null }, at))).toEqual({ ok: false, reason: "role" });
    expect(await choose(who, id, 2)).toEqual({ ok: false, reason: "role" });
    expect(await withTenant(who, (tx) => raiseConcern(tx, who, id, { source: "press", body: "Omtale", noticedOn: "2026-11-20" }, at))).toEqual({ ok: false, reason: "role" });
    expect(await trail(own)).toEqual(["agreement.scored"]);
  });

  it("another controller's agreement is not there", async () => {
    const own = await newScope(database.ownerUrl);
    const other = await newScope(database.ownerUrl, ["caseworker", "dpo"]);
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 2, "Nemmere");
    const choiceId = await waiting(own, id);
    const input = { scoreId: "11111111-1111-4111-8111-111111111111", concept: 5 as const, reason: "", trustworthy: false, nextDueOn: null };
    expect(await withTenant(other, (tx) => recordScore(tx, other, id, { answers, notes, version: 1, scoreId: null }, at))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => chooseConcept(tx, other, id, input, at))).toEqual({ ok: false, reason: "not-found" });
    expect(await decide(other, id, choiceId, true)).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => raiseConcern(tx, other, id, { source: "press", body: "x", noticedOn: "2026-11-20" }, at))).toEqual({ ok: false, reason: "not-found" });
    const theirs = await newScoredAgreement(other, journal);
    expect(await decide(other, theirs, choiceId, true)).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => riskScores(tx, other).list(id))).toEqual([]);
  });
});

describe("something is wrong", () => {
  it("is recorded with its source and day, and one audit entry", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own);
    expect(await withTenant(own, (tx) => raiseConcern(tx, own, id, { source: "breach", body: "Kunder kunne se hinandens ordrer", noticedOn: "2026-11-20" }, at))).toMatchObject({ ok: true });
    expect(await withTenant(own, (tx) => concerns(tx, own).list(id))).toMatchObject([{ source: "breach", supervisionId: null, noticedOn: new Date("2026-11-20T00:00:00Z"), createdByName: own.personName }]);
    expect(await trail(own)).toEqual(["concern.raised"]);
  });
});
