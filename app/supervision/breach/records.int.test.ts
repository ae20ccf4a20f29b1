import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newProcessor, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";
import { assignAgreements } from "./assign-agreements.server.ts";
import type { BreachFilter } from "./breach-filter.ts";
import { closeBreach } from "./close-breach.server.ts";
import { decideAuthority } from "./decide-authority.server.ts";
import { decidePersons } from "./decide-persons.server.ts";
import { countBreaches, listBreaches } from "./list-breaches.server.ts";
import { loadBreach } from "./load-breach.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import { registerBreach } from "./register-breach.server.ts";
import type { NewRecord } from "./record-form.ts";
import { registerRecord } from "./register-record.server.ts";
import { takeInNotice } from "./take-in-notice.server.ts";
import { writeAdditions } from "./write-additions.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const now = new Date("2026-11-22T10:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const findings = (agreementId: string) => rows<{ rule: string; state: string; values: Record<string, unknown> }>("select rule, state, values from finding where agreement_id = $1 and supervision_id is null order by raised_at", [agreementId]);
const tasks = (agreementId: string) => rows<{ causes: { kind: string }[] }>("select causes from reassessment where agreement_id = $1", [agreementId]);
const limit = (scope: Scope, agreementId: string, hours: number) => rows("insert into agreement_limit (controller_id, agreement_id, kind, value, unit, runs_from, source) values ($1, $2, 'breach-notice', $3, 'hours', 'awareness', '003 ABS-13')", [scope.organisationId, agreementId, hours]);
const load = (scope: Scope, id: string) => withTenant(scope, (tx) => loadBreach(tx, scope, id, now), { readOnly: true });
const list = (scope: Scope, filter: Partial<BreachFilter> = {}) => withTenant(scope, (tx) => listBreaches(tx, scope, { filter: { show: "all", source: null, query: "", ...filter }, sort: { key: "clock", direction: "ascending" }, skip: 0, take: 25, now }), { readOnly: true });

const learned: Omit<NewRecord, "registerId"> = {
  title: "Lækage omtalt i avisen", source: "press", agreementIds: [], nature: "", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false,
  awareAt: ago(2), occurredAt: null, processorAwareAt: null, notifiedAt: null,
};

/** A breach notified by the processor so many hours after it became aware. */
async function notified(hours: number, limitHours = 24) {
  const scene = await newSupervision(database.ownerUrl, { concept: 3 });
  const { caseworker, signatory, agreementId } = scene;
  await limit(caseworker, agreementId, limitHours);
  const content = { title: "Fejlsendt", nature: "Sendt forkert", categories: "", personCount: 5, recordCount: null, consequences: "", measures: "", possibleOnly: false, atSubprocessor: "", occurredAt: null, awareAt: ago(hours + 1), dealtWithAt: null };
  await withTenant(signatory, async (tx) => {
    const { id } = await registerBreach(tx, signatory, content, ago(1));
    await notifyControllers(tx, signatory, { breachId: id, version: 1, controllerIds: [caseworker.organisationId], at: ago(1) });
  });
  const [notice] = await rows<{ id: string }>("select id from breach_notice where controller_id = $1", [caseworker.organisationId]);
  const [record] = await rows<{ id: string }>("select id from breach_record where controller_id = $1", [caseworker.organisationId]);
  await takeInNotice({ organisationId: caseworker.organisationId, noticeId: String(notice?.id) });
  return { ...scene, id: String(record?.id) };
}

describe("a notice taken in", () => {
  it("is held against the agreement's limit: late is a finding on it, and the score is looked at again", async () => {
    const { agreementId, caseworker, id } = await notified(25);
    expect(await findings(agreementId)).toMatchObject([{ rule: "BREACH-LATE", state: "open", values: { hours: 25, minutes: 0, limit: 24, unit: "hours" } }]);
    expect((await tasks(agreementId))[0]?.causes).toMatchObject([{ kind: "breach" }]);
    expect((await load(caseworker, id))?.clocks).toMatchObject({ processor: { state: "late", milliseconds: 3_600_000 }, authority: { state: "running", milliseconds: 71 * 3_600_000 }, persons: null, limit: { source: "003 ABS-13" } });
  });

  it("in time is none", async () => {
    const { agreementId } = await notified(24);
    expect(await findings(agreementId)).toEqual([]);
    expect(await tasks(agreementId)).toHaveLength(1);
  });
});

describe("a breach learned of otherwise", () => {
  it("is registered under an agreement with that processor and no other", async () => {
    const scope = await newScope(database.ownerUrl);
    const registerId = await newProcessor(scope);
    const [agreementId, elsewhere] = [await newScoredAgreement(scope, { processorId: registerId }), await newAgreement(scope)];
    const register = (given: Partial<NewRecord>) => withTenant(scope, (tx) => registerRecord(tx, scope, { ...learned, registerId, ...given }, now));
    expect(await register({ agreementIds: [elsewhere] })).toEqual({ ok: false, reason: "agreement" });
    expect(await register({ registerId: agreementId })).toEqual({ ok: false, reason: "processor" });
    const done = await register({ agreementIds: [agreementId] });
    expect(done.ok && (await load(scope, done.id))).toMatchObject({ source: "press", byNotice: false, notices: [], clocks: { processor: null, authority: { state: "running" } } });
    expect(await tasks(agreementId)).toHaveLength(1);
    await expect(withTenant({ ...scope }, (tx) => registerRecord(tx, { ...scope, roles: ["reader"] }, { ...learned, registerId }, now))).rejects.toMatchObject({ status: 403 });
  });
});

describe("the agreement", () => {
  it("is assigned afterwards: the finding follows, and leaves the agreement it was taken off", async () => {
    const { caseworker, agreementId, id } = await notified(30);
    const [register] = await rows<{ id: string }>("select id from processor where controller_id = $1", [caseworker.organisationId]);
    const other = await newAgreement(caseworker, { processorId: String(register?.id) });
    await limit(caseworker, other, 12);
    const assign = (to: string | null, version: number) => withTenant(caseworker, (tx) => assignAgreements(tx, caseworker, { id, version, agreementIds: to === null ? [] : [to], now }));
    expect(await assign(await newAgreement(caseworker), 1)).toEqual({ ok: false, reason: "other-processor" });
    expect(await assign(other, 1)).toEqual({ ok: true });
    expect(await assign(agreementId, 1)).toEqual({ ok: false, reason: "conflict" });
    expect((await findings(agreementId)).map(({ state }) => state)).toEqual(["closed-not-a-gap"]);
    expect(await findings(other)).toMatchObject([{ rule: "BREACH-LATE", values: { limit: 12 } }]);
    expect(await assign(null, 2)).toEqual({ ok: true });
    expect((await load(caseworker, id))?.agreements).toEqual([]);
  });
});

describe("deciding", () => {
  it("goes through authority and persons before it is closed, each with its version", async () => {
    const { caseworker, id } = await notified(3);
    const by = <T>(work: (tx: Parameters<Parameters<typeof withTenant>[1]>[0]) => Promise<T>) => withTenant(caseworker, work);
    expect(await by((tx) => closeBreach(tx, caseworker, id, { version: 1, at: now }))).toEqual({ ok: false, reason: "undecided" });
    const authority = { version: 1, decision: "notified" as const, notifiedAt: now, reason: "" };
    const both = await Promise.all([by((tx) => decideAuthority(tx, caseworker, id, authority)), by((tx) => decideAuthority(tx, caseworker, id, authority))]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await by((tx) => decidePersons(tx, caseworker, id, { version: 2, highRisk: true, informedAt: null, reason: "" }));
    expect(await by((tx) => closeBreach(tx, caseworker, id, { version: 3, at: now }))).toEqual({ ok: false, reason: "not-informed" });
    await by((tx) => decidePersons(tx, caseworker, id, { version: 3, highRisk: true, informedAt: now, reason: "" }));
    await by((tx) => writeAdditions(tx, caseworker, id, { version: 4, notes: "Talt med Anne", awareAt: ago(5), awareReason: "" }));
    expect(await by((tx) => closeBreach(tx, caseworker, id, { version: 5, at: now }))).toEqual({ ok: true });
    expect(await load(caseworker, id)).toMatchObject({ closedAt: now.toISOString(), notes: "Talt med Anne", clocks: { authority: { state: "kept", from: ago(5).toISOString() }, persons: { state: "done" } } });
    expect(await by((tx) => closeBreach(tx, caseworker, id, { version: 6, at: null }))).toEqual({ ok: true });
    const trail = await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and subject_id = $2 order by id", [caseworker.organisationId, id]);
    expect(trail.map(({ action }) => action)).toEqual(["breach.notified", "breach.authority-decided", "breach.persons-decided", "breach.persons-decided", "breach.additions-changed", "breach.closed", "breach.reopened"]);
  });

  it("leaves what was decided before in the trail, takes a reason to start the clock later, and is over once the breach is closed", async () => {
    const { caseworker, id } = await notified(3);
    const by = <T>(work: (tx: Parameters<Parameters<typeof withTenant>[1]>[0]) => Promise<T>) => withTenant(caseworker, work);
    const known = new Date(String((await load(caseworker, id))?.awareAt));
    const aware = (awareAt: Date, version: number, awareReason = "", notes = "") => by((tx) => writeAdditions(tx, caseworker, id, { version, notes, awareAt, awareReason }));
    const [earlier, later] = [ago(50), ago(1)];
    expect(await aware(earlier, 1)).toMatchObject({ ok: true });
    expect(await aware(later, 2, "  ")).toEqual({ ok: false, reason: "aware-reason" });
    expect(await aware(later, 2, "Det var en anden sag")).toMatchObject({ ok: true });
    // A time the form shows to the minute is the same time: nothing is moved by writing a note.
    expect(await aware(new Date(Math.floor(later.getTime() / 60_000) * 60_000), 3, "", "Talt med Anne")).toMatchObject({ ok: true });
    expect((await load(caseworker, id))?.awareAt).toBe(later.toISOString());
    await by((tx) => decideAuthority(tx, caseworker, id, { version: 4, decision: "notified", notifiedAt: ago(2), reason: "" }));
    await by((tx) => decideAuthority(tx, caseworker, id, { version: 5, decision: "not-required", notifiedAt: null, reason: "Krypteret" }));
    await by((tx) => decidePersons(tx, caseworker, id, { version: 6, highRisk: true, informedAt: ago(1), reason: "" }));
    await by((tx) => decidePersons(tx, caseworker, id, { version: 7, highRisk: false, informedAt: null, reason: "Krypteret" }));
    await by((tx) => closeBreach(tx, caseworker, id, { version: 8, at: now }));
    expect(await aware(earlier, 9, "Alligevel")).toEqual({ ok: false, reason: "closed" });
    expect(await by((tx) => decideAuthority(tx, caseworker, id, { version: 9, decision: "notified", notifiedAt: now, reason: "" }))).toEqual({ ok: false, reason: "closed" });
    expect(await by((tx) => decidePersons(tx, caseworker, id, { version: 9, highRisk: true, informedAt: now, reason: "" }))).toEqual({ ok: false, reason: "closed" });
    expect(await aware(later, 9, "", "Talt med Anne igen")).toMatchObject({ ok: true });
    const trail = await rows<{ action: string; detail: Record<string, unknown> }>("select action, detail - 'title' as detail from audit_event where organisation_id = $1 and subject_id = $2 and action ~ 'additions|decided' order by id", [caseworker.organisationId, id]);
    expect(trail).toEqual([
      { action: "breach.additions-changed", detail: { awareAt: { before: known.toISOString(), after: earlier.toISOString() }, reason: "" } },
      { action: "breach.additions-changed", detail: { awareAt: { before: earlier.toISOString(), after: later.toISOString() }, reason: "Det var en anden sag" } },
      { action: "breach.additions-changed", detail: { notes: { before: "", after: "Talt med Anne" } } },
      { action: "breach.authority-decided", detail: { notified: { before: null, after: true }, notifiedAt: { before: null, after: ago(2).toISOString() } } },
      { action: "breach.authority-decided", detail: { notified: { before: true, after: false }, notifiedAt: { before: ago(2).toISOString(), after: null }, reason: { before: "", after: "Krypteret" } } },
      { action: "breach.persons-decided", detail: { highRisk: { before: null, after: true }, informedAt: { before: null, after: ago(1).toISOString() } } },
      { action: "breach.persons-decided", detail: { highRisk: { before: true, after: false }, informedAt: { before: ago(1).toISOString(), after: null }, reason: { before: "", after: "Krypteret" } } },
      { action: "breach.additions-changed", detail: { notes: { before: "Talt med Anne", after: "Talt med Anne igen" } } },
    ]);
  });

  it("not to notify takes a reason, in the database too", async () => {
    const { caseworker, id } = await notified(3);
    await expect(withTenant(caseworker, (tx) => decideAuthority(tx, caseworker, id, { version: 1, decision: "not-required", notifiedAt: null, reason: " " }))).rejects.toThrow(/breach_record_decided/);
  });
});

describe("the list", () => {
  it("has open clocks first, the soonest on top; filters and searches; is the controller's own", async () => {
    const { caseworker, signatory, id } = await notified(3);
    const [register] = await rows<{ id: string }>("select id from processor where controller_id = $1", [caseworker.organisationId]);
    const add = (given: Partial<NewRecord>) => withTenant(caseworker, async (tx) => { const done = await registerRecord(tx, caseworker, { ...learned, registerId: String(register?.id), ...given }, now); return done.ok ? done.id : ""; });
    const over = await add({ title: "Gammelt", awareAt: ago(80) });
    const decided = await add({ title: "Afgjort", awareAt: ago(90) });
    await withTenant(caseworker, (tx) => decideAuthority(tx, caseworker, decided, { version: 1, decision: "not-required", notifiedAt: null, reason: "Krypteret" }));
    expect((await list(caseworker)).rows.map((row) => row.id)).toEqual([over, id, decided]);
    expect((await list(caseworker, { show: "undecided" })).rows).toHaveLength(2);
    expect((await list(caseworker, { source: "notified" })).rows.map((row) => row.id)).toEqual([id]);
    expect((await list(caseworker, { query: "afGJ" })).rows.map((row) => row.id)).toEqual([decided]);
    expect((await list(caseworker, { query: "100%" })).total).toBe(0);
    expect(await withTenant(caseworker, (tx) => countBreaches(tx, caseworker, now))).toEqual({ open: 3, undecided: 2, over: 1, unassigned: 2 });
    const stranger = await newScope(database.ownerUrl);
    expect([(await list(stranger)).total, await load(stranger, id), await load({ ...signatory, side: "controller" }, id)]).toEqual([0, null, null]);
  });
});
