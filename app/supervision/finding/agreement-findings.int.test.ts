import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { finding } from "#app/domain/findings/raised-finding.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { overviewFigures } from "../overview-figures.server.ts";
import { overviewTasks } from "../overview-tasks.server.ts";
import { decideFinding } from "./decide-finding.server.ts";
import { findFinding } from "./find-finding.server.ts";
import { countFindings, listFindings } from "./list-findings.server.ts";
import { syncAgreementFindings } from "./sync-agreement-findings.server.ts";

const today = "2026-11-22";
const RULE = "AGREEMENT-CHECK";
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const miss = (item: string) => finding({ rule: RULE, severity: "minor", source: "003 ABS-13", values: { item, reason: "Står ikke i aftalen" } });
const world = async () => {
  const who = await newScope(database.ownerUrl, ["caseworker", "dpo"]);
  return { who, agreementId: await newScoredAgreement(who, { title: "Journalsystem" }) };
};
const sync = (who: Scope, agreementId: string, items: readonly string[]) => withTenant(who, (tx) => syncAgreementFindings(tx, who, agreementId, RULE, items.map(miss)));
const list = (who: Scope, show: "open" | "all" | "overdue" = "open", query = "") => withTenant(who, (tx) => listFindings(tx, who, { filter: { show, severity: null, query }, sort: { key: "processor", direction: "ascending" }, skip: 0, take: 50, today, language: "da" }), { readOnly: true });
const stood = (agreementId: string) => connected(database.ownerUrl, async (client) => (await client.query("select subject, state from finding where agreement_id = $1 and supervision_id is null order by subject", [agreementId])).rows as { subject: string; state: string }[]);

describe("findings on an agreement itself", () => {
  it("are the same for the same facts, clear with them and return with them", async () => {
    const { who, agreementId } = await world();
    await sync(who, agreementId, ["ABS-13", "ABS-4"]);
    await sync(who, agreementId, ["ABS-4", "ABS-13"]);
    expect(await stood(agreementId)).toEqual([{ subject: "ABS-13", state: "open" }, { subject: "ABS-4", state: "open" }]);
    await sync(who, agreementId, ["ABS-4"]);
    expect(await stood(agreementId)).toEqual([{ subject: "ABS-13", state: "closed-not-a-gap" }, { subject: "ABS-4", state: "open" }]);
    await sync(who, agreementId, ["ABS-13", "ABS-4"]);
    expect((await stood(agreementId)).map(({ state }) => state)).toEqual(["open", "open"]);
  });

  it("are raised once by two at the same time", async () => {
    const { who, agreementId } = await world();
    expect(await Promise.all([sync(who, agreementId, ["ABS-1"]), sync(who, agreementId, ["ABS-1"])])).toEqual([true, true]);
    expect(await stood(agreementId)).toHaveLength(1);
  });

  it("are nobody else's, and take a role", async () => {
    const { agreementId } = await world();
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    expect(await sync(stranger, agreementId, ["ABS-1"])).toBe(false);
    const reader = await newScope(database.ownerUrl, ["reader"]);
    await expect(sync(reader, agreementId, ["ABS-1"])).rejects.toMatchObject({ status: 403 });
    expect(await stood(agreementId)).toEqual([]);
  });

  it("stand in the list, the counts and the overview with the agreement's title and processor, and live like others", async () => {
    const { who, agreementId } = await world();
    await sync(who, agreementId, ["ABS-1"]);
    const { rows: [row], total } = await list(who, "open", "journalsys");
    expect(total).toBe(1);
    expect(row).toMatchObject({ rule: RULE, supervisionId: null, agreementId, title: "Journalsystem", about: "ABS-1" });
    expect(row?.processorName).not.toBe("");
    const figures = () => withTenant(who, async (tx) => ({ counted: (await countFindings(tx, who, today)).open, figured: (await overviewFigures(tx, who, today)).findings }), { readOnly: true });
    expect(await figures()).toEqual({ counted: 1, figured: { open: 1, overdue: 0 } });
    const id = String(row?.id);
    const decide = (version: number, dueOn: string) => withTenant(who, (tx) => decideFinding(tx, who, { findingId: id, version, to: "agreed", reason: "", measure: "Tillæg til aftalen", ownerName: "Mette", dueOn, acceptedUntil: null, today }));
    expect(await decide(1, "2026-11-01")).toEqual({ ok: true });
    expect(await decide(1, "2026-11-01")).toEqual({ ok: false, reason: "conflict" });
    expect((await list(who, "overdue")).rows).toHaveLength(1);
    expect(await figures()).toEqual({ counted: 1, figured: { open: 1, overdue: 1 } });
    const tasks = await withTenant(who, (tx) => overviewTasks(tx, who, today), { readOnly: true });
    expect(tasks).toContainEqual(expect.objectContaining({ kind: "measure-late", id, title: "Journalsystem" }));
    const found = await withTenant(who, (tx) => findFinding(tx, who, id, "da", today), { readOnly: true });
    expect(found).toMatchObject({ supervision: null, title: "Journalsystem", agreementId, finding: { state: "agreed", measure: "Tillæg til aftalen" }, steps: [{ to: "agreed" }] });
  });
});
