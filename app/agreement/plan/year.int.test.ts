import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newProcessor, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import type { DueFilter } from "./due-filter.ts";
import { countLeftOver, listOwners, loadYear } from "./load-year.server.ts";
import { planLines } from "./plan-lines.server.ts";
import { recordReview } from "./record-review.server.ts";
import { loadWheel } from "./load-wheel.server.ts";
import { setReviewDay } from "./set-review-day.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const today = "2026-11-22";
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = (text: string, ...values: unknown[]) => connected(database.ownerUrl, (client) => client.query(text, values));
const year = (who: Scope, of: number, filter: DueFilter = {}, most = 10) => withTenant(who, (tx) => loadYear(tx, { year: of, today, filter, most }));
const line = (who: Scope, agreementId: string, given: { kind?: "primary" | "supplement"; concept?: 2 | 3 | 5; intervalMonths?: number | null; nextDueOn: string }) =>
  withTenant(who, (tx) => planLines(tx, who).add({ agreementId, kind: "primary", concept: 5, intervalMonths: 12, ...given }));
const told = (months: Awaited<ReturnType<typeof loadYear>>) => months.flatMap(({ items }) => items.map(({ on, concept, state, title }) => `${on} ${concept} ${title} ${state}`));

describe("a year of the plan", () => {
  it("shows what is due, what comes after it, and what was held", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, { title: "Journal", contacts: [{ side: "controller", role: "", name: "Bodil", email: "", phone: "" }] });
    await line(own, id, { intervalMonths: 24, nextDueOn: "2026-03-31" });
    await line(own, id, { kind: "supplement", concept: 3, intervalMonths: 6, nextDueOn: "2026-12-31" });
    await sql(`insert into supervision (controller_id, agreement_id, title, controller_name, processor_name, concept, state, concluded_at) values ($1, $2, 't', 'c', 'p', 2, 'draft', '2026-02-10T10:00:00Z')`, own.organisationId, id);
    expect(told(await year(own, 2026))).toEqual(["2026-02-10 2 Journal held", "2026-03-31 5 Journal overdue", "2026-12-31 3 Journal ahead"]);
    expect(told(await year(own, 2027))).toEqual(["2027-06-30 3 Journal expected", "2027-12-31 3 Journal expected"]);
    expect(told(await year(own, 2028))).toEqual(["2028-03-31 5 Journal expected", "2028-06-30 3 Journal expected", "2028-12-31 3 Journal expected"]);
    expect(told(await year(own, 2026, { concept: 3 }))).toEqual(["2026-12-31 3 Journal ahead"]);
    expect(told(await year(own, 2026, { state: "overdue" }))).toEqual(["2026-03-31 5 Journal overdue"]);
    expect(told(await year(own, 2026, { owner: "Bodil" }))).toHaveLength(3);
    expect(told(await year(own, 2026, { owner: "Nina" }))).toEqual([]);
    expect(await withTenant(own, (tx) => listOwners(tx))).toEqual(["Bodil"]);
    expect(await withTenant(own, (tx) => countLeftOver(tx, { year: 2027, today, filter: {} }))).toBe(1);
    expect(await withTenant(own, (tx) => countLeftOver(tx, { year: 2026, today, filter: {} }))).toBe(0);
    expect(told(await year(await newScope(database.ownerUrl), 2026))).toEqual([]);
  });

  it("counts all and shows the first, with ten thousand agreements in a moment", async () => {
    const own = await newScope(database.ownerUrl);
    const processorId = await newProcessor(own);
    await sql(`with made as (insert into agreement (controller_id, processor_id, title, person_count, data_categories, person_categories, points, concept, next_due_on)
        select $1, $2, 'Aftale ' || n, 10, '{}', '{}', 1 + n % 10, 3, date '2026-01-01' + n % 365 from generate_series(1, 10000) n returning id, controller_id, next_due_on)
      insert into plan_line (controller_id, agreement_id, kind, concept, interval_months, next_due_on) select controller_id, id, 'primary', 3, 12, next_due_on from made`, own.organisationId, processorId);
    await sql("analyze agreement, plan_line");
    const began = performance.now();
    const months = await year(own, 2026, {}, 6);
    const took = performance.now() - began;
    expect(months.reduce((sum, { total }) => sum + total, 0)).toBe(10_000);
    expect(months.every(({ items }) => items.length === 6)).toBe(true);
    expect(months[0]).toMatchObject({ total: 867, counts: { overdue: 867 } });
    expect(months[0]?.items.every(({ points }) => points === 10)).toBe(true);
    expect(took).toBeLessThan(3000);
  });
});

describe("the yearly review", () => {
  it("has its day, is recorded once a year with a note, and what was recorded stays", async () => {
    const own = await newScope(database.ownerUrl);
    await newScoredAgreement(own);
    const review = async () => (await withTenant(own, (tx) => loadWheel(tx, own, { year: 2026, today, filter: {}, made: null }))).review;
    expect(await review()).toMatchObject({ day: "", on: null, done: null, processors: 1, agreements: 1 });
    expect(await withTenant(own, (tx) => setReviewDay(tx, own, "09-01"))).toBe(true);
    const done = (note: string) => withTenant(own, (tx) => recordReview(tx, own, { doneOn: "2026-09-03", note }, at));
    expect([await done(" "), await done("Alle gennemgået"), await done("Igen")]).toEqual([{ ok: false, reason: "note-needed" }, { ok: true }, { ok: false, reason: "done" }]);
    expect(await review()).toMatchObject({ on: "2026-09-01", done: { doneOn: "2026-09-03", note: "Alle gennemgået", processors: 1, agreements: 1, doneByName: own.personName } });
    await expect(sql("update register_review set note = 'x' where controller_id = $1", own.organisationId)).rejects.toThrow();
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: own.organisationId, name: own.organisationName } });
    expect(await withTenant(reader, (tx) => setReviewDay(tx, reader, ""))).toBe(false);
    expect(await withTenant(reader, (tx) => recordReview(tx, reader, { doneOn: "2027-01-01", note: "x" }, at))).toEqual({ ok: false, reason: "role" });
  });
});
