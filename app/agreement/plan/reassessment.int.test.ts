import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { agreements } from "../agreements.server.ts";
import { chooseConcept } from "../choose-concept.server.ts";
import { presentFields } from "../present.ts";
import { raiseConcern } from "../raise-concern.server.ts";
import { recordScore } from "../record-score.server.ts";
import { updateAgreement } from "../update-agreement.server.ts";
import { dismissReassessment } from "./dismiss-reassessment.server.ts";
import { loadReassessment } from "./load-reassessment.server.ts";
import { planLines } from "./plan-lines.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const journal = { dataCategories: ["ordinary", "health", "cpr"], personCount: 8500 };
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = <T>(text: string, ...values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(text, values)).rows as T[]);
const edit = (who: Scope, id: string, change: Record<string, unknown>) => withTenant(who, async (tx) => {
  const row = await agreements(tx, who).find(id);
  const done = await updateAgreement(tx, who, id, row!.version, { ...presentFields(row!), ...change }, at);
  if (!done.ok) throw new Error(done.reason);
});
const look = (who: Scope, id: string) => withTenant(who, (tx) => loadReassessment(tx, who, id), { readOnly: true });
async function scene() {
  const own = await newScope(database.ownerUrl);
  const id = await newScoredAgreement(own, { personCount: 500 });
  const { scoreId } = (await withTenant(own, (tx) => agreements(tx, own).find(id)))!;
  await withTenant(own, (tx) => chooseConcept(tx, own, id, { scoreId: String(scoreId), concept: 2, reason: "", trustworthy: false, nextDueOn: null }, at));
  return { own, id };
}

describe("an edited agreement", () => {
  it("asks for another look, old beside new, and changes neither score nor concept nor plan", async () => {
    const { own, id } = await scene();
    const before = await sql("select points, concept, score_id, choice_id, next_due_on from agreement where id = $1", id);
    await edit(own, id, journal);
    await edit(own, id, { personCount: 20_000 });
    expect(await sql("select points, concept, score_id, choice_id, next_due_on from agreement where id = $1", id)).toEqual(before);
    const shown = await look(own, id);
    expect(shown?.pending?.causes.map(({ kind, ref, from, to }) => `${kind} ${ref} ${from}→${to}`).sort()).toEqual(["categories dataCategories →cpr,health", "persons personCount 500→20000"]);
    expect(shown?.old).toMatchObject({ a: 1, b: 0, c: 0, d: 0, points: 1, allowed: [1, 2, 3, 4, 5, 6], months: null });
    expect(shown?.fresh).toMatchObject({ a: 3, b: 3, c: 2, d: 0, points: 8, allowed: [5, 6], keeps: false, months: 12 });
  });

  it("asks for none where only words changed", async () => {
    const { own, id } = await scene();
    await edit(own, id, { purpose: "Drift af noget mere", personCount: 700 });
    expect((await look(own, id))?.pending).toBeNull();
  });
});

describe("the task", () => {
  it("closes when the agreement is scored anew", async () => {
    const { own, id } = await scene();
    await edit(own, id, { personCount: 5000 });
    const row = (await withTenant(own, (tx) => agreements(tx, own).find(id)))!;
    const input = { answers: { special: false, otherConfidential: false, intrusive: false }, notes: { a: "", b: "", c: "", d: "" }, version: row.version, scoreId: row.scoreId };
    expect(await withTenant(own, (tx) => recordScore(tx, own, id, input, at))).toMatchObject({ ok: true, points: 2 });
    expect(await look(own, id)).toMatchObject({ pending: null, earlier: [{ state: "done", decidedByName: own.personName }] });
    expect(await sql("select action from audit_event where organisation_id = $1 and action like 'reassessment.%' order by id", own.organisationId)).toEqual([{ action: "reassessment.asked" }, { action: "reassessment.done" }]);
  });

  it("is dismissed with a reason, as it was seen, by those who may", async () => {
    const { own, id } = await scene();
    await edit(own, id, { personCount: 5000 });
    const { version } = (await look(own, id))!.pending!;
    const dismiss = (who: Scope, seen: number, reason: string) => withTenant(who, (tx) => dismissReassessment(tx, who, { agreementId: id, version: seen, reason }, at));
    expect(await dismiss(own, version, "  ")).toEqual({ ok: false, reason: "reason-needed" });
    await edit(own, id, { transfersOutsideEu: true });
    expect(await dismiss(own, version, "Testdata")).toEqual({ ok: false, reason: "conflict" });
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: own.organisationId, name: own.organisationName } });
    expect(await dismiss(reader, version + 1, "x")).toEqual({ ok: false, reason: "role" });
    expect(await dismiss(await newScope(database.ownerUrl), version + 1, "x")).toEqual({ ok: false, reason: "not-found" });
    expect(await dismiss(own, version + 1, "Testdata")).toEqual({ ok: true });
    expect(await look(own, id)).toMatchObject({ pending: null, earlier: [{ state: "dismissed", reason: "Testdata" }] });
    await edit(own, id, { personCount: 50_000 });
    expect((await look(own, id))?.pending?.causes).toHaveLength(1);
  });
});

describe("an event", () => {
  it.each([["FQ-X1", "owner"], ["FQ-X2", "ways-of-working"]] as const)("%s puts one extra supervision into the plan, dated, and asks for another look", async (kind, cause) => {
    const { own, id } = await scene();
    const raised = await withTenant(own, (tx) => raiseConcern(tx, own, id, { kind, source: "press", body: "Sky A/S er købt af en kapitalfond", noticedOn: "2026-11-20", extraOn: "2026-12-22" }, at));
    expect(raised).toMatchObject({ ok: true });
    expect(await withTenant(own, (tx) => planLines(tx, own).list(id))).toMatchObject([{ kind: "primary", concept: 2 }, { kind: "extra", concept: 2, intervalMonths: null, nextDueOn: "2026-12-22", concernId: raised.ok && raised.id }]);
    expect(await sql("select next_due_on::text as day from agreement where id = $1", id)).toEqual([{ day: "2026-12-22" }]);
    expect((await look(own, id))?.pending?.causes).toMatchObject([{ kind: cause }]);
  });

  it("under concept 1 is supervised by concept 6, and without a day there is no extra supervision", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own);
    const { scoreId } = (await withTenant(own, (tx) => agreements(tx, own).find(id)))!;
    await withTenant(own, (tx) => chooseConcept(tx, own, id, { scoreId: String(scoreId), concept: 1, reason: "Kendt", trustworthy: true, nextDueOn: null }, at));
    const raise = (extraOn: string | null) => withTenant(own, (tx) => raiseConcern(tx, own, id, { source: "press", body: "Omtale", noticedOn: "2026-11-20", extraOn }, at));
    await raise(null);
    await raise("2026-12-22");
    expect((await withTenant(own, (tx) => planLines(tx, own).list(id))).map(({ kind, concept }) => [kind, concept])).toEqual([["primary", 1], ["extra", 6]]);
    expect((await look(own, id))?.pending).toBeNull();
  });
});
