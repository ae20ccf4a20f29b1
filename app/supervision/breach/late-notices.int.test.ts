import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addLimit } from "#app/agreement/add-limit.server.ts";
import { changeLimit } from "#app/agreement/change-limit.server.ts";
import { limits } from "#app/agreement/limits.server.ts";
import { removeLimit } from "#app/agreement/remove-limit.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newProcessor, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { closeBreach } from "./close-breach.server.ts";
import { decideAuthority } from "./decide-authority.server.ts";
import { decidePersons } from "./decide-persons.server.ts";
import { followLimits } from "./follow-limits.server.ts";
import { noteLateNotices } from "./note-late-notices.server.ts";
import { openClocks } from "./open-clocks.server.ts";
import type { NewRecord } from "./record-form.ts";
import { registerRecord } from "./register-record.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const aware = new Date("2026-11-20T10:00:00Z");
const after = (hours: number, ms = 0) => new Date(aware.getTime() + hours * 3_600_000 + ms);
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const late = (agreementId: string) => rows<{ state: string; values: Record<string, unknown> }>("select state, values from finding where agreement_id = $1 and rule = 'BREACH-LATE' and supervision_id is null order by raised_at", [agreementId]);
const limit = (value: number | null, unit = "hours"): Limit => ({ kind: "breach-notice", value, unit, runsFrom: "awareness", source: "003 ABS-13" });
const learned: Omit<NewRecord, "registerId"> = {
  title: "Lækage omtalt i avisen", source: "press", agreementIds: [], nature: "", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false,
  awareAt: after(2), occurredAt: null, processorAwareAt: aware, notifiedAt: null,
};

/** A breach the press tells of, under an agreement with a limit of so many hours. */
async function known(hours: number | null, given: Partial<NewRecord> = {}, now = after(3)) {
  const scope = await newScope(database.ownerUrl, ["caseworker"]);
  const registerId = await newProcessor(scope);
  const agreementId = await newScoredAgreement(scope, { processorId: registerId });
  if (hours !== null) await withTenant(scope, (tx) => addLimit(tx, scope, agreementId, limit(hours)));
  const done = await withTenant(scope, (tx) => registerRecord(tx, scope, { ...learned, registerId, agreementIds: [agreementId], ...given }, now));
  return { scope, agreementId, registerId, id: done.ok ? done.id : "" };
}
const jobs = (agreementId: string) => rows<{ data: { organisationId: string; agreementId: string } }>("select data from pgboss.job where name = 'limits-changed' and data->>'agreementId' = $1 order by created_on", [agreementId]);
const only = async (scope: Scope, agreementId: string) => (await withTenant(scope, (tx) => limits(tx, scope).list(agreementId)))[0]!;

describe("a notice that never comes", () => {
  it("is late once the limit has passed, by the clock alone, and once only", async () => {
    const { agreementId } = await known(24);
    await noteLateNotices(after(24));
    expect(await late(agreementId)).toEqual([]);
    await Promise.all([noteLateNotices(after(24, 1)), noteLateNotices(after(24, 1))]);
    await noteLateNotices(after(90));
    expect(await late(agreementId)).toMatchObject([{ state: "open", values: { part: "unnotified", limit: 24, unit: "hours" } }]);
  });

  it("is left to people where the limit is in words, none is set, or nobody knows since when the processor knew", async () => {
    const [words, none, unknown] = [await known(null), await known(null), await known(24, { processorAwareAt: null })];
    await withTenant(words.scope, (tx) => addLimit(tx, words.scope, words.agreementId, limit(null, "without-undue-delay")));
    await noteLateNotices(after(999));
    for (const { agreementId } of [words, none, unknown]) expect(await late(agreementId)).toEqual([]);
  });

  it("does not pass over what was cleared by a longer limit that has passed as well", async () => {
    const { scope, agreementId } = await known(24);
    await noteLateNotices(after(25));
    const { id } = await only(scope, agreementId);
    await withTenant(scope, (tx) => changeLimit(tx, scope, agreementId, id, limit(48), after(26)));
    await followLimits({ organisationId: scope.organisationId, agreementId }, after(26));
    expect((await late(agreementId)).map(({ state }) => state)).toEqual(["closed-not-a-gap"]);
    await noteLateNotices(after(48, 1));
    expect(await late(agreementId)).toMatchObject([{ state: "open", values: { limit: 48 } }]);
  });
});

describe("a limit that changes", () => {
  it("has the breaches under the agreement judged anew by a job; what is the same stays as it is", async () => {
    const { scope, agreementId } = await known(72, { notifiedAt: after(30) }, after(31));
    expect(await late(agreementId)).toEqual([]);
    const before = (await jobs(agreementId)).length;
    const { id } = await only(scope, agreementId);
    await withTenant(scope, (tx) => changeLimit(tx, scope, agreementId, id, limit(24), after(40)));
    const [job] = (await jobs(agreementId)).slice(before);
    expect(job?.data).toEqual({ organisationId: scope.organisationId, agreementId });
    for (const hours of [41, 42]) await followLimits(job!.data, after(hours));
    expect(await late(agreementId)).toMatchObject([{ state: "open", values: { hours: 30, limit: 24 } }]);
    await withTenant(scope, async (tx) => removeLimit(tx, scope, agreementId, (await limits(tx, scope).list(agreementId))[0]!.id, after(43)));
    await followLimits(job!.data, after(43));
    expect((await late(agreementId)).map(({ state }) => state)).toEqual(["closed-not-a-gap"]);
    expect(await jobs(agreementId)).toHaveLength(before + 2);
  });

  it("calls for nothing where it is not for notices, and rolls back with the change", async () => {
    const { scope, agreementId } = await known(null);
    await withTenant(scope, (tx) => addLimit(tx, scope, agreementId, { ...limit(14, "days"), kind: "patching" }));
    await expect(withTenant(scope, async (tx) => { await addLimit(tx, scope, agreementId, limit(24)); throw new Error("back"); })).rejects.toThrow("back");
    expect(await jobs(agreementId)).toEqual([]);
  });
});

describe("the open clocks of the overview", () => {
  const open = (scope: Scope, now: Date) => withTenant(scope, async (tx) => openClocks(tx, scope, now), { readOnly: true });
  it("are the processor's notice and the word to the authority, what ends first on top; none once told, decided or closed", async () => {
    const { scope, agreementId, registerId, id } = await known(96);
    const add = (given: Partial<NewRecord>) => withTenant(scope, (tx) => registerRecord(tx, scope, { ...learned, registerId, agreementIds: [agreementId], ...given }, after(5)));
    await add({ title: "Senere", processorAwareAt: null, awareAt: after(5) });
    await add({ title: "Underrettet", notifiedAt: after(6), awareAt: after(3) });
    const seen = async (hours: number) => (await open(scope, after(hours))).shown.map(({ title, waits, clock }) => `${title} ${waits} ${clock.state}`);
    expect(await seen(10)).toEqual(["Lækage omtalt i avisen authority running", "Underrettet authority running", "Senere authority running", "Lækage omtalt i avisen processor running"]);
    expect((await seen(74.5))[0]).toBe("Lækage omtalt i avisen authority over");
    await withTenant(scope, (tx) => decideAuthority(tx, scope, id, { version: 1, decision: "not-required", notifiedAt: null, reason: "Krypteret" }));
    expect(await seen(10)).toEqual(["Underrettet authority running", "Senere authority running", "Lækage omtalt i avisen processor running"]);
    await withTenant(scope, (tx) => decidePersons(tx, scope, id, { version: 2, highRisk: false, informedAt: null, reason: "Krypteret" }));
    await withTenant(scope, (tx) => closeBreach(tx, scope, id, { version: 3, at: after(11) }));
    expect((await open(scope, after(12))).total).toBe(2);
    expect((await open(await newScope(database.ownerUrl), after(12))).total).toBe(0);
  });

  it("shows the few that press most, and says how many there are", async () => {
    const { scope, agreementId, registerId } = await known(null);
    for (const hours of [9, 7, 8, 5, 6]) await withTenant(scope, (tx) => registerRecord(tx, scope, { ...learned, registerId, agreementIds: [agreementId], title: String(hours), awareAt: after(hours) }, after(10)));
    const { shown, total } = await open(scope, after(11));
    expect([shown.map(({ title }) => title), total]).toEqual([["Lækage omtalt i avisen", "5", "6", "7"], 6]);
  });
});
