import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { chooseConcept } from "../choose-concept.server.ts";
import { addLine } from "./add-line.server.ts";
import { addYearsBetween } from "./add-years-between.server.ts";
import { advancePlan } from "./advance-plan.server.ts";
import { changeLine } from "./change-line.server.ts";
import { listDue } from "./list-due.server.ts";
import { loadPlan } from "./load-plan.server.ts";
import { moveLine } from "./move-line.server.ts";
import { noteChange } from "./note-change.server.ts";
import { planLines } from "./plan-lines.server.ts";
import type { StoredLine } from "./plan-lines.server.ts";
import { plans } from "./plans.server.ts";
import { removeLine } from "./remove-line.server.ts";
import { sayFactors } from "./say-factors.server.ts";

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
const choose = (who: Scope, id: string, concept: Concept, nextDueOn: string | null) => withTenant(who, async (tx) => {
  const { scoreId } = await tx.agreement.findUniqueOrThrow({ where: { id }, select: { scoreId: true } });
  const chosen = await chooseConcept(tx, who, id, { scoreId: String(scoreId), concept, reason: "Kendt", trustworthy: concept === 1, nextDueOn }, at);
  if (!chosen.ok) throw new Error(chosen.reason);
});
const linesOf = (who: Scope, id: string) => withTenant(who, (tx) => planLines(tx, who).list(id));
/** What every path must leave behind: the agreement's day is the earliest of its lines. */
async function dayOf(id: string): Promise<string | null> {
  const [row] = await sql<{ kept: string | null; earliest: string | null }>(
    "select next_due_on::text as kept, (select min(next_due_on)::text from plan_line l where l.agreement_id = a.id and l.removed_at is null) as earliest from agreement a where id = $1", id);
  expect(row?.kept).toBe(row?.earliest);
  return row?.kept ?? null;
}

describe("the cycle's line", () => {
  it("is made by the first choice at the suggested interval, and changed by the next", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 5, "2027-11-22");
    expect(await linesOf(own, id)).toMatchObject([{ kind: "primary", concept: 5, intervalMonths: 12, nextDueOn: "2027-11-22" }]);
    await choose(own, id, 6, "2027-05-01");
    expect(await linesOf(own, id)).toMatchObject([{ kind: "primary", concept: 6, intervalMonths: 12, nextDueOn: "2027-05-01" }]);
    expect(await dayOf(id)).toBe("2027-05-01");
  });

  it.each([[["ordinary"], 2, 1, null], [["ordinary"], 2, 3, 12], [["ordinary", "cpr"], 4, 2, 24]] as const)("%j: of %i points with concept %i comes every %s months", async (categories, points, concept, months) => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, { dataCategories: [...categories], personCount: 5000 });
    await choose(own, id, concept, null);
    expect(await sql("select points from agreement where id = $1", id)).toEqual([{ points }]);
    expect(await linesOf(own, id)).toMatchObject([{ concept, intervalMonths: months, nextDueOn: null }]);
    expect(await dayOf(id)).toBeNull();
  });

});

describe("changing a plan", () => {
  /** An agreement of 7 points with concept 5, next on 1 March 2027. */
  async function scene(roles: Scope["roles"] = ["caseworker"]) {
    const own = await newScope(database.ownerUrl, roles);
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 5, "2027-03-01");
    const [cycle] = await linesOf(own, id);
    return { own, id, cycle: cycle! };
  }
  const change = (who: Scope, id: string, line: { id: string; version: number }, intervalMonths: number | null, nextDueOn: string | null, reason = "") =>
    withTenant(who, (tx) => changeLine(tx, who, { agreementId: id, lineId: line.id, version: line.version, intervalMonths, nextDueOn, reason }, at));
  const planOf = (who: Scope, id: string) => withTenant(who, (tx) => plans(tx, who).find(id));

  it("takes another interval than advised with a reason only, which is kept until the plan follows the advice again", async () => {
    const { own, id, cycle } = await scene();
    expect(await change(own, id, cycle, 24, "2028-03-01")).toEqual({ ok: false, reason: "reason-needed" });
    expect(await dayOf(id)).toBe("2027-03-01");
    expect(await change(own, id, cycle, 24, "2028-03-01", " Lille og stabil drift ")).toEqual({ ok: true });
    expect(await planOf(own, id)).toMatchObject({ reason: "Lille og stabil drift" });
    expect(await dayOf(id)).toBe("2028-03-01");
    expect(await change(own, id, cycle, 12, "2027-03-01")).toEqual({ ok: false, reason: "conflict" });
    await choose(own, id, 5, "2028-04-01");
    expect((await linesOf(own, id))[0]).toMatchObject({ intervalMonths: 24, nextDueOn: "2028-04-01" });
    expect(await change(own, id, { ...cycle, version: cycle.version + 2 }, 12, null)).toEqual({ ok: true });
    expect(await planOf(own, id)).toMatchObject({ reason: "" });
    expect(await dayOf(id)).toBeNull();
  });

  it("puts concept 3 in the years between in one step, which follows the advice; taking it away takes a reason", async () => {
    const { own, id } = await scene();
    const between = () => withTenant(own, (tx) => addYearsBetween(tx, own, id, "2026-11-22", at));
    expect([await between(), await between()]).toEqual([{ ok: true }, { ok: false, reason: "not-fitting" }]);
    const lines = await linesOf(own, id);
    expect(lines).toMatchObject([{ concept: 5, intervalMonths: 24, nextDueOn: "2027-03-01" }, { kind: "supplement", concept: 3, intervalMonths: 24, nextDueOn: "2028-03-01" }]);
    expect(await planOf(own, id)).toMatchObject({ reason: "" });
    const remove = (line: StoredLine, reason: string) => withTenant(own, (tx) => removeLine(tx, own, { agreementId: id, lineId: line.id, version: line.version, reason }, at));
    expect(await remove(lines[0]!, "x")).toEqual({ ok: false, reason: "cycle" });
    expect(await remove(lines[1]!, "")).toEqual({ ok: false, reason: "reason-needed" });
    expect(await remove(lines[1]!, "Erklæringen dækker to år")).toEqual({ ok: true });
    expect(await planOf(own, id)).toMatchObject({ reason: "Erklæringen dækker to år" });
    expect(await dayOf(id)).toBe("2027-03-01");
  });

  it("adds any supplement with its own phase, and the agreement's day is the earliest", async () => {
    const { own, id } = await scene();
    const add = (concept: 2 | 6, nextDueOn: string) => withTenant(own, (tx) => addLine(tx, own, { agreementId: id, concept, intervalMonths: 12, nextDueOn, reason: "" }, at));
    expect([await add(6, "2027-01-15"), await add(2, "2027-09-01")]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await dayOf(id)).toBe("2027-01-15");
    const bare = await newScoredAgreement(own, journal);
    expect(await withTenant(own, (tx) => addLine(tx, own, { agreementId: bare, concept: 3, intervalMonths: 12, nextDueOn: "2027-01-15", reason: "" }, at))).toEqual({ ok: false, reason: "no-cycle" });
  });

  it("moves a day freely within the interval, beyond it with a reason, and back again", async () => {
    const { own, id, cycle } = await scene();
    const move = (version: number, to: string, reason = "", back = false) => withTenant(own, (tx) => moveLine(tx, own, { lineId: cycle.id, version, to, reason, back }));
    expect(await move(1, "2027-02-01")).toMatchObject({ ok: true, moved: { from: "2027-03-01", to: "2027-02-01", version: 2 } });
    expect(await dayOf(id)).toBe("2027-02-01");
    expect(await move(2, "2027-03-01")).toMatchObject({ ok: false, reason: "beyond", warning: { rule: "interval", months: 12, latest: "2027-02-01" } });
    expect(await move(2, "2027-03-01", "", true)).toMatchObject({ ok: true });
    expect(await move(3, "2027-06-01", "Revisor kan først i maj")).toMatchObject({ ok: true });
    expect(await linesOf(own, id)).toMatchObject([{ nextDueOn: "2027-06-01", reason: "Revisor kan først i maj" }]);
    expect(await move(3, "2027-01-01")).toMatchObject({ ok: false, reason: "conflict" });
    expect(await dayOf(id)).toBe("2027-06-01");
  });

  it("taken back, a move leaves the day and the reason that stood before it; only the last one can be taken back", async () => {
    const { own, id, cycle } = await scene();
    const move = (version: number, to: string, reason = "", back = false) => withTenant(own, (tx) => moveLine(tx, own, { lineId: cycle.id, version, to, reason, back }));
    expect(await move(1, "2027-02-01")).toMatchObject({ ok: true });
    expect(await move(2, "2027-06-01", "Revisor kan først i maj")).toMatchObject({ ok: true });
    expect(await move(3, "2027-09-01", "Og nu først i august")).toMatchObject({ ok: true });
    expect(await move(4, "2027-02-01", "", true), "that was the move before the last").toMatchObject({ ok: true });
    expect(await linesOf(own, id)).toMatchObject([{ nextDueOn: "2027-02-01", reason: "" }]);
    expect(await move(5, "2027-09-01", "", true)).toMatchObject({ ok: true });
    expect(await linesOf(own, id)).toMatchObject([{ nextDueOn: "2027-09-01", reason: "Og nu først i august" }]);
    expect(await move(6, "2027-12-01", "", true), "another day is a move of its own").toMatchObject({ ok: false, reason: "beyond" });
    expect(await move(6, "2027-12-01", "Revisor er syg")).toMatchObject({ ok: true });
    expect(await move(7, "2027-09-01", "", true)).toMatchObject({ ok: true });
    expect(await linesOf(own, id)).toMatchObject([{ nextDueOn: "2027-09-01", reason: "Og nu først i august" }]);
    expect(await withTenant(own, (tx) => changeLine(tx, own, { agreementId: id, lineId: cycle.id, version: 8, intervalMonths: 12, nextDueOn: "2027-02-01", reason: "" }, at))).toEqual({ ok: true });
    expect(await move(9, "2027-12-01", "", true), "what was changed since cannot be taken back").toMatchObject({ ok: false, reason: "beyond" });
  });

  it("keeps the factors that were ticked; the advice follows and the plan stays", async () => {
    const { own, id } = await scene();
    const say = (version: number) => withTenant(own, (tx) => sayFactors(tx, own, { agreementId: id, version, factors: [{ code: "FQ-H2", note: "To brud i år" }] }, at));
    expect([await say(0), await say(0)]).toEqual([{ ok: true }, { ok: false, reason: "conflict" }]);
    const loaded = await withTenant(own, (tx) => loadPlan(tx, own, id, "2026-11-22"));
    expect(loaded?.advice).toMatchObject({ check: { suggested: 6, planned: 12, deviates: true }, steps: [{ code: "band-7-10" }, { code: "FQ-H2", from: 12, to: 6, effect: "shorter" }] });
    expect(await linesOf(own, id)).toMatchObject([{ intervalMonths: 12 }]);
  });

  it("is for caseworkers and DPOs, and for its own organisation", async () => {
    const { own, id, cycle } = await scene();
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: own.organisationId, name: own.organisationName } });
    const other = await newScope(database.ownerUrl);
    for (const [who, reason] of [[reader, "role"], [other, "not-found"]] as const) {
      expect(await change(who, id, cycle, 6, null, "x")).toEqual({ ok: false, reason });
      expect(await withTenant(who, (tx) => moveLine(tx, who, { lineId: cycle.id, version: 1, to: "2027-01-01", reason: "" }))).toEqual({ ok: false, reason });
      expect(await withTenant(who, (tx) => sayFactors(tx, who, { agreementId: id, version: 0, factors: [] }, at))).toEqual({ ok: false, reason });
      expect(await withTenant(who, (tx) => addYearsBetween(tx, who, id, "2026-11-22", at))).toEqual({ ok: false, reason });
    }
    expect(await dayOf(id)).toBe("2027-03-01");
  });
});

describe("a conclusion", () => {
  it("moves the right line, and the agreement's day follows", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, journal);
    await choose(own, id, 5, "2027-03-01");
    await withTenant(own, (tx) => planLines(tx, own).add({ agreementId: id, kind: "supplement", concept: 3, intervalMonths: 24, nextDueOn: "2028-03-01" }));
    const conclude = (concept: Concept, concludedOn: string) => withTenant(own, (tx) => advancePlan(tx, own, id, { planLineId: null, concept, supplements: [], concernId: null, concludedOn }));
    expect(await conclude(5, "2027-03-10")).toBe("2028-03-01");
    expect(await conclude(3, "2028-02-01")).toBe("2028-03-10");
    expect(await linesOf(own, id)).toMatchObject([{ concept: 5, nextDueOn: "2028-03-10" }, { concept: 3, nextDueOn: "2030-02-01" }]);
    expect(await dayOf(id)).toBe("2028-03-10");
  });
});

describe("who is due", () => {
  it("is told for any day, by filter, and never another controller's", async () => {
    const [own, other] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
    const contacts = [{ side: "controller" as const, role: "Systemejer", name: "Bodil Ejer", email: "", phone: "" }];
    const [high, low, theirs] = [await newScoredAgreement(own, { ...journal, title: "Journal", contacts }), await newScoredAgreement(own, { title: "Nyhedsbrev" }), await newScoredAgreement(other, journal)];
    await choose(own, high, 5, "2026-11-20");
    await choose(own, low, 2, "2027-02-01");
    await choose(other, theirs, 5, "2026-11-20");
    const due = async (on: string, filter = {}) => (await withTenant(own, (tx) => listDue(tx, { on, today: "2026-11-22", filter }))).map(({ title, state, dueOn }) => `${title} ${dueOn} ${state}`);
    expect(await due("2026-11-19")).toEqual([]);
    expect(await due("2026-11-20")).toEqual(["Journal 2026-11-20 overdue"]);
    expect(await due("2027-02-01")).toEqual(["Journal 2026-11-20 overdue", "Nyhedsbrev 2027-02-01 ahead"]);
    expect(await due("2027-12-31", { concept: 2 })).toHaveLength(1);
    expect(await due("2027-12-31", { points: { from: 7, to: 10 } })).toEqual(["Journal 2026-11-20 overdue"]);
    expect(await due("2027-12-31", { state: "ahead" })).toEqual(["Nyhedsbrev 2027-02-01 ahead"]);
    expect(await due("2027-12-31", { owner: "Bodil Ejer" })).toEqual(["Journal 2026-11-20 overdue"]);
    expect(await due("2027-12-31", { search: "nyheds" })).toHaveLength(1);
    expect(await due("2027-12-31", { search: "100%" })).toEqual([]);
  });
});

describe("a change", () => {
  it("stands on one open task, each cause once, and changes nothing else", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newScoredAgreement(own, journal);
    const note = (ref: string, from: string, to: string) => withTenant(own, (tx) => noteChange(tx, own, { agreementId: id, cause: { kind: "persons", from, to, at: at.toISOString(), ref } }));
    const before = await sql("select points, concept, score_id, next_due_on from agreement where id = $1", id);
    await Promise.all([note("personCount", "8500", "12000"), note("other", "", "x")]);
    await note("personCount", "12000", "20000");
    const [task] = await sql<{ state: string; causes: { ref: string; from: string; to: string }[] }>("select state, causes from reassessment where agreement_id = $1", id);
    expect(task?.state).toBe("open");
    expect(task?.causes.map(({ ref, from, to }) => `${ref} ${from}→${to}`).sort()).toEqual(["other →x", "personCount 8500→20000"]);
    expect(await sql("select points, concept, score_id, next_due_on from agreement where id = $1", id)).toEqual(before);
  });

  it("makes no task where nothing was scored, nor for another controller", async () => {
    const [own, other] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
    const cause = { kind: "breach" as const, from: "", to: "b", at: at.toISOString(), ref: "b" };
    const unscored = await newAgreement(own);
    const scored = await newScoredAgreement(own);
    expect(await withTenant(own, (tx) => noteChange(tx, own, { agreementId: unscored, cause }))).toBe(false);
    expect(await withTenant(other, (tx) => noteChange(tx, other, { agreementId: scored, cause }))).toBe(false);
    expect(await sql("select count(*)::int as n from reassessment where agreement_id = any($1)", [unscored, scored])).toEqual([{ n: 0 }]);
  });
});
