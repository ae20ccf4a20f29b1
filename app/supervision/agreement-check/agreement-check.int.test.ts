import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checks } from "#app/agreement/check/checks.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { findCatalogue } from "#app/questionnaire/catalogues/built-in.ts";
import { importCatalogue } from "#app/questionnaire/catalogues/own/import-catalogue.server.ts";
import { retireCatalogue } from "#app/questionnaire/catalogues/own/retire-catalogue.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope } from "#tests/support/factories.ts";
import { compareChecks } from "./compare-checks.server.ts";
import { completeCheck } from "./complete-check.server.ts";
import { discardCheck } from "./discard-check.server.ts";
import { decideItem } from "./decide-item.server.ts";
import { listChecks } from "./list-checks.server.ts";
import { loadCheck } from "./load-check.server.ts";
import { startCheck } from "./start-check.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const world = async () => {
  const who = await newScope(database.ownerUrl, ["caseworker"]);
  return { who, agreementId: await newAgreement(who) };
};
const start = async (who: Scope, agreementId: string, key = "guide-2021") => {
  const started = await withTenant(who, (tx) => startCheck(tx, who, agreementId, key, at));
  return started.ok ? started.id : expect.fail(started.reason);
};
const decide = (who: Scope, id: string, item: string, verdict: Verdict = "met", given: { reason?: string; version?: number } = {}) =>
  withTenant(who, (tx) => decideItem(tx, who, id, { item, verdict, reason: given.reason ?? (verdict === "met" ? "" : "Står ikke i aftalen"), clause: "pkt. 7", version: given.version ?? 0 }, at));
const complete = (who: Scope, id: string, when = at) => withTenant(who, (tx) => completeCheck(tx, who, id, when));
const GUIDE = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"];
/** A whole check of the guide's demands, all met but the ones given. */
async function whole(who: Scope, agreementId: string, missed: readonly string[], when = at) {
  const id = await start(who, agreementId);
  for (const item of GUIDE) expect(await decide(who, id, item, missed.includes(item) ? "not-met" : "met")).toMatchObject({ ok: true });
  expect(await complete(who, id, when)).toEqual({ ok: true, misses: missed.length });
  return id;
}
const findings = (agreementId: string) => connected(database.ownerUrl, async (client) =>
  (await client.query("select subject, state, severity, source from finding where agreement_id = $1 and supervision_id is null and rule = 'AGREEMENT-CHECK' order by subject", [agreementId])).rows as { subject: string; state: string; severity: string; source: string }[]);
const open = async (agreementId: string) => (await findings(agreementId)).filter(({ state }) => state === "open").map(({ subject }) => subject);

describe("a check of an agreement", () => {
  it("raises what it misses on the agreement, each as grave as the item, with the item's source", async () => {
    const { who, agreementId } = await world();
    await whole(who, agreementId, ["G5", "G6", "G8"]);
    expect(await findings(agreementId)).toEqual([
      { subject: "G5", state: "open", severity: "minor", source: "004:275" }, { subject: "G6", state: "open", severity: "critical", source: "004:276" }, { subject: "G8", state: "open", severity: "major", source: "004:278" },
    ]);
  });

  it("closes by the facts what a later one finds met, opens again what returns, and leaves another catalogue's alone", async () => {
    const { who, agreementId } = await world();
    await whole(who, agreementId, ["G6", "G7"]);
    const absalon = await start(who, agreementId, "absalon-2019");
    for (const { id } of findCatalogue("absalon-2019")?.items ?? []) await decide(who, absalon, id, ["ABS-16", "ABS-17", "ABS-20"].includes(id) ? "not-met" : "met");
    expect(await complete(who, absalon)).toEqual({ ok: true, misses: 2 });
    expect(await open(agreementId)).toEqual(["ABS-17", "ABS-20", "G6", "G7"]);
    await whole(who, agreementId, ["G7"], new Date("2026-11-23T10:00:00Z"));
    expect(await open(agreementId)).toEqual(["ABS-17", "ABS-20", "G7"]);
    await whole(who, agreementId, ["G6"], new Date("2026-11-24T10:00:00Z"));
    expect(await open(agreementId)).toEqual(["ABS-17", "ABS-20", "G6"]);
  });

  it("is gone on with rather than begun twice, and never changes once complete", async () => {
    const { who, agreementId } = await world();
    const both = await Promise.all([start(who, agreementId), start(who, agreementId)]);
    expect(both[0]).toBe(both[1]);
    const [id] = both;
    expect(await complete(who, id)).toEqual({ ok: false, reason: "undecided" });
    for (const item of GUIDE) await decide(who, id, item);
    expect(await complete(who, id)).toEqual({ ok: true, misses: 0 });
    expect(await complete(who, id)).toEqual({ ok: false, reason: "completed" });
    expect(await decide(who, id, "G1", "not-met", { version: 1 })).toEqual({ ok: false, reason: "completed" });
    expect(await start(who, agreementId)).not.toBe(id);
  });

  it("is given up half-done: gone for everybody, another can be begun, and what is complete stays", async () => {
    const { who, agreementId } = await world();
    const id = await start(who, agreementId);
    await decide(who, id, "G1");
    const discard = (by: Scope, check: string) => withTenant(by, (tx) => discardCheck(tx, by, check, at));
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: who.organisationId, name: who.organisationName } });
    expect([await discard(stranger, id), await discard(reader, id)]).toEqual([{ ok: false, reason: "not-found" }, { ok: false, reason: "role" }]);
    const both = await Promise.all([discard(who, id), discard(who, id)]);
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, agreementId }]);
    expect([await discard(who, id), await decide(who, id, "G2"), await complete(who, id)]).toEqual([{ ok: false, reason: "not-found" }, { ok: false, reason: "not-found" }, { ok: false, reason: "not-found" }]);
    const listed = () => withTenant(who, (tx) => listChecks(tx, who, agreementId, "da"), { readOnly: true });
    expect(await listed()).toEqual([]);
    expect(await findings(agreementId)).toEqual([]);
    const done = await whole(who, agreementId, ["G6"]);
    expect(done).not.toBe(id);
    expect(await discard(who, done)).toEqual({ ok: false, reason: "completed" });
    expect((await listed()).map((one) => one.id)).toEqual([done]);
    const trail = await connected(database.ownerUrl, async (client) => (await client.query("select action from audit_event where subject_id = $1 order by id", [id])).rows as { action: string }[]);
    expect(trail.map(({ action }) => action)).toEqual(["check.started", "check.discarded"]);
  });

  it("is completed as it was seen only: who decides otherwise while another completes is read first", async () => {
    const { who, agreementId } = await world();
    const id = await start(who, agreementId);
    for (const item of GUIDE) await decide(who, id, item);
    const mark = () => withTenant(who, async (tx) => (await loadCheck(tx, who, id, { language: "da", today: "2026-11-22" }))?.mark, { readOnly: true });
    const completeSeen = (seen?: string) => withTenant(who, (tx) => completeCheck(tx, who, id, at, seen));
    const before = await mark();
    expect(await mark()).toBe(before);
    const completed: Promise<unknown>[] = [];
    await withTenant(who, async (tx) => {
      await decideItem(tx, who, id, { item: "G6", verdict: "not-met", reason: "Står ikke i aftalen", clause: "", version: 1 }, at);
      completed.push(completeSeen(before));
      await expect.poll(() => connected(database.ownerUrl, async (client) => (await client.query("select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted")).rowCount), { timeout: 10_000 }).toBe(1);
    });
    expect(await Promise.all(completed)).toEqual([{ ok: false, reason: "changed" }]);
    expect(await findings(agreementId)).toEqual([]);
    expect(await completeSeen("")).toEqual({ ok: false, reason: "changed" });
    expect(await completeSeen(await mark())).toEqual({ ok: true, misses: 1 });
    expect(await open(agreementId)).toEqual(["G6"]);
  });

  it("keeps what a verdict said before it was changed, in the trail", async () => {
    const { who, agreementId } = await world();
    const id = await start(who, agreementId);
    await decide(who, id, "G1", "not-met", { reason: "Står ikke i aftalen" });
    await decide(who, id, "G1", "met", { version: 1 });
    await decide(who, id, "G1", "met", { version: 2 });
    expect(await decide(who, id, "G1", "not-met", { version: 1 })).toEqual({ ok: false, reason: "conflict" });
    await Promise.all([decide(who, id, "G1", "not-relevant", { version: 3, reason: "A" }), decide(who, id, "G1", "not-relevant", { version: 3, reason: "A" })]);
    const trail = await connected(database.ownerUrl, async (client) => (await client.query("select actor_name as by, detail from audit_event where subject_id = $1 and action = 'check.verdict-changed' order by id", [id])).rows as unknown[]);
    expect(trail).toEqual([
      { by: who.personName, detail: { agreementId, item: "G1", verdict: { before: "not-met", after: "met" }, reason: { before: "Står ikke i aftalen", after: "" } } },
      { by: who.personName, detail: { agreementId, item: "G1", verdict: { before: "met", after: "not-relevant" }, reason: { before: "", after: "A" } } },
    ]);
  });

  it("stays as it was completed or given up, whoever writes: the database refuses a change of it, and an item decided on while it is completed", async () => {
    const { who, agreementId } = await world();
    const done = await whole(who, agreementId, ["G6"]);
    const write = (run: (tx: Parameters<Parameters<typeof withTenant>[1]>[0]) => Promise<unknown>) => withTenant(who, run);
    await expect(write((tx) => tx.agreementCheckItem.updateMany({ where: { checkId: done, item: "G6" }, data: { verdict: "met" } }))).rejects.toThrow(/never changed/);
    await expect(write((tx) => tx.agreementCheckItem.create({ data: { checkId: done, item: "G99", controllerId: who.organisationId, verdict: "met", decidedById: who.personId, decidedByName: "x" } }))).rejects.toThrow(/never changed/);
    await expect(write((tx) => tx.agreementCheck.updateMany({ where: { id: done }, data: { completedAt: null } }))).rejects.toThrow(/never changed/);
    await connected(database.ownerUrl, (client) => expect(client.query("update agreement_check_item set verdict = 'met' where check_id = $1 and item = 'G6'", [done])).rejects.toThrow(/never changed/));
    expect(await connected(database.ownerUrl, async (client) => (await client.query("select verdict from agreement_check_item where check_id = $1 and item = 'G6'", [done])).rows as unknown[])).toEqual([{ verdict: "not-met" }]);

    const second = await start(who, agreementId);
    for (const item of GUIDE) await decide(who, second, item);
    await connected(database.ownerUrl, (deciding) => connected(database.ownerUrl, async (completing) => {
      await deciding.query("begin");
      await deciding.query("update agreement_check_item set verdict = 'not-met', reason = 'x' where check_id = $1 and item = 'G1'", [second]);
      await completing.query("set lock_timeout = '300ms'");
      await expect(completing.query("update agreement_check set completed_at = now() where id = $1", [second])).rejects.toThrow(/lock timeout/);
      await deciding.query("rollback");
    }));
    expect(await complete(who, second)).toEqual({ ok: true, misses: 0 });
  });

  it("guards each item: version, reason, and that there is such an item", async () => {
    const { who, agreementId } = await world();
    const id = await start(who, agreementId);
    expect(await decide(who, id, "G1")).toEqual({ ok: true, next: "G2" });
    expect(await decide(who, id, "G1")).toEqual({ ok: false, reason: "conflict" });
    expect(await decide(who, id, "G1", "not-met", { version: 1, reason: "  " })).toEqual({ ok: false, reason: "needs-reason" });
    expect(await decide(who, id, "G1", "not-relevant", { version: 1, reason: "" })).toEqual({ ok: false, reason: "needs-reason" });
    expect(await decide(who, id, "G1", "not-met", { version: 1 })).toMatchObject({ ok: true });
    expect(await decide(who, id, "ABS-1")).toEqual({ ok: false, reason: "no-item" });
    expect(await decide(who, id, "constructor")).toEqual({ ok: false, reason: "no-item" });
    const two = await Promise.all([decide(who, id, "G2"), decide(who, id, "G2", "not-met")]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    for (const item of GUIDE.slice(2)) await decide(who, id, item);
    expect(await decide(who, id, "X-G", "met", { version: 1 })).toEqual({ ok: true, next: null });
  });

  it("suggests from the agreement's own data and sets nothing", async () => {
    const who = await newScope(database.ownerUrl, ["caseworker"]);
    const agreementId = await newAgreement(who, { purpose: "Drift af lønsystem", approvalKind: "general" });
    const id = await start(who, agreementId, "absalon-2019");
    const loaded = await withTenant(who, (tx) => loadCheck(tx, who, id, { language: "da", today: "2026-11-22" }), { readOnly: true });
    const items = loaded?.groups.flatMap((group) => group.items) ?? [];
    const suggested = (ref: string) => items.find((item) => item.ref === ref)?.suggestion;
    expect(suggested("ABS-5")).toMatchObject({ verdict: "met", values: { text: "Drift af lønsystem" } });
    expect(suggested("ABS-27")).toMatchObject({ verdict: "not-met" });
    expect(suggested("ABS-3")).toBeNull();
    expect(items.every(({ decided }) => decided === null)).toBe(true);
    expect(items.find(({ ref }) => ref === "ABS-16")?.stricter).toBe("ABS-17");
  });

  it("is nobody else's, and takes a role", async () => {
    const { who, agreementId } = await world();
    const id = await start(who, agreementId);
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    expect(await withTenant(stranger, (tx) => startCheck(tx, stranger, agreementId, "guide-2021", at))).toEqual({ ok: false, reason: "not-found" });
    expect(await decide(stranger, id, "G1")).toEqual({ ok: false, reason: "not-found" });
    expect(await complete(stranger, id)).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(stranger, (tx) => loadCheck(tx, stranger, id, { language: "da", today: "2026-11-22" }), { readOnly: true })).toBeNull();
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: who.organisationId, name: who.organisationName } });
    expect(await decide(reader, id, "G1")).toEqual({ ok: false, reason: "role" });
    expect(await complete(reader, id)).toEqual({ ok: false, reason: "role" });
  });
});

describe("checks of one agreement", () => {
  it("are listed with what they found, and compared item by item", async () => {
    const { who, agreementId } = await world();
    const first = await whole(who, agreementId, ["G6", "G7"]);
    const second = await whole(who, agreementId, ["G7"], new Date("2026-11-23T10:00:00Z"));
    const listed = await withTenant(who, (tx) => listChecks(tx, who, agreementId, "da"), { readOnly: true });
    expect(listed.map(({ id, met, missed, previousId }) => ({ id, met, missed, previousId })).toSorted((a, b) => a.missed - b.missed)).toEqual([
      { id: second, met: 9, missed: 1, previousId: listed.find(({ id }) => id === second)?.previousId }, { id: first, met: 8, missed: 2, previousId: listed.find(({ id }) => id === first)?.previousId },
    ]);
    const compared = await withTenant(who, (tx) => compareChecks(tx, who, second, first, "en"), { readOnly: true });
    expect(compared?.items.filter(({ differs }) => differs).map(({ ref, before, after }) => [ref, before?.verdict, after?.verdict])).toEqual([["G6", "not-met", "met"]]);
    const { agreementId: other } = await world();
    expect(await withTenant(who, (tx) => compareChecks(tx, who, second, other, "da"), { readOnly: true })).toBeNull();
  });

  it("against an own catalogue keep to the version they began with", async () => {
    const { who, agreementId } = await world();
    const own = { ...structuredClone(findCatalogue("guide-2021") ?? expect.fail()), id: "egne-krav", standing: "own" as const };
    const bring = (base: number, items: number) => withTenant(who, (tx) => importCatalogue(tx, who, { ...own, items: own.items.slice(0, items), groups: own.groups }, { base, fileName: "", at }));
    const imported = await bring(0, 2);
    const id = await start(who, agreementId, "own:egne-krav");
    expect(await bring(1, 3)).toMatchObject({ ok: true });
    expect(await decide(who, id, "own:egne-krav:G3")).toEqual({ ok: false, reason: "no-item" });
    await decide(who, id, "own:egne-krav:G1", "not-met");
    await decide(who, id, "own:egne-krav:G2");
    expect(await complete(who, id)).toEqual({ ok: true, misses: 1 });
    expect(await open(agreementId)).toEqual(["own:egne-krav:G1"]);
    const check = await withTenant(who, (tx) => checks(tx, who).find(id), { readOnly: true });
    expect(check).toMatchObject({ catalogue: "own:egne-krav", catalogueVersion: 1 });
    if (!imported.ok) return;
    await withTenant(who, (tx) => retireCatalogue(tx, who, imported.id, at));
    expect(await withTenant(who, (tx) => startCheck(tx, who, agreementId, "own:nowhere", at))).toEqual({ ok: false, reason: "no-catalogue" });
  });
});
