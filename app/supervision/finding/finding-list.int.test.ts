import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, requirementInput } from "#tests/support/factories.ts";
import { handIn, newSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { startAssessment } from "../assessment/start-assessment.server.ts";
import { decideFinding } from "./decide-finding.server.ts";
import { findFinding } from "./find-finding.server.ts";
import type { FindingFilter, FindingSort } from "./finding-filter.ts";
import { countFindings, listFindings } from "./list-findings.server.ts";

const today = "2026-11-22";
let database: FreshDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  const requirement = requirementInput("Kryptering efter NSIS", { textEn: "Encryption by NSIS", evidenceAsked: true });
  scene = await newSupervision(database.ownerUrl, { concept: 5, agreement: { ...sevenPoints, requirements: [requirement] } });
  const special = await connected(database.ownerUrl, async (client) => (await client.query<{ id: string }>("select id from special_requirement where agreement_id = $1", [scene.agreementId])).rows[0]?.id);
  await handIn(scene, { assurance: "limited", covers_agreement: { value: "partly", comment: "Ikke sletning" }, [`special_${special}`]: "not-covered", [`instead_${special}`]: { value: "met", comment: "Vi bruger NSIS" } }, { files: ["statement_evidence"] });
  await withTenant(scene.caseworker, (tx) => startAssessment(tx, scene.caseworker, { supervisionId: scene.supervisionId, reservationText: "Hvad?" }));
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const list = (filter: Partial<FindingFilter> = {}, key: FindingSort = "severity", day = today, who = scene.caseworker) =>
  withTenant(who, (tx) => listFindings(tx, who, { filter: { show: "open", severity: null, query: "", ...filter }, sort: { key, direction: "ascending" }, skip: 0, take: 50, today: day, language: "da" }), { readOnly: true });
const rules = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map(({ rule }) => rule);
const idOf = async (rule: string) => String((await list({ show: "all" })).rows.find((row) => row.rule === rule)?.id);
const counts = (day = today) => withTenant(scene.dpo, (tx) => countFindings(tx, scene.dpo, day), { readOnly: true });

describe("the gap list", () => {
  it("shows the gravest first, each with what it is about", async () => {
    const { rows, total } = await list();
    expect(total).toBe(4);
    expect(rows.map(({ rule, about }) => [rule, about])).toEqual([
      ["GAP-1", ""], ["ANSWER-PARTLY", expect.stringContaining("databehandleraftale") as string], ["ANSWER-NOT-SHOWN", expect.stringContaining("NSIS") as string],
      ["GAP-3", "Kryptering efter NSIS"],
    ]);
  });

  it.each<[Partial<FindingFilter>, string[]]>([
    [{ severity: "critical" }, ["GAP-1"]],
    [{ show: "blocking" }, ["GAP-1"]],
    [{ query: "journalsys" }, ["GAP-1", "ANSWER-PARTLY", "ANSWER-NOT-SHOWN", "GAP-3"]],
    [{ query: "gap-3" }, ["GAP-3"]],
    [{ query: "%" }, []],
    [{ show: "overdue" }, []],
    [{ show: "closed" }, []],
  ])("filters by %j", async (filter, expected) => expect(await rules(filter)).toEqual(expected));

  it("is nobody else's", async () => {
    const stranger = await newScope(database.ownerUrl, ["dpo"]);
    expect(await rules({ show: "all" }, "due", today, stranger)).toEqual([]);
    expect(await withTenant(stranger, async (tx) => findFinding(tx, stranger, await idOf("GAP-1"), "da", today), { readOnly: true })).toBeNull();
  });

  it("knows what is overdue and which acceptance ends; one that ended is open again", async () => {
    const decide = (findingId: string, input: object) => withTenant(scene.dpo, (tx) => decideFinding(tx, scene.dpo, { findingId, version: 1, reason: "Set", measure: "", ownerName: "", dueOn: null, acceptedUntil: null, today, to: "agreed", ...input }));
    expect(await decide(await idOf("GAP-3"), { measure: "Beskrivelse af kryptering", ownerName: "Anne", dueOn: "2026-11-30" })).toEqual({ ok: true });
    expect(await decide(await idOf("GAP-1"), { to: "risk-accepted", acceptedUntil: "2026-12-10" })).toEqual({ ok: true });
    expect(await counts()).toEqual({ open: 3, overdue: 0, blocking: 0, expiring: 1 });
    expect(await rules({ show: "overdue" }, "due", "2026-11-30")).toEqual([]);
    expect(await rules({ show: "overdue" }, "due", "2026-12-01")).toEqual(["GAP-3"]);
    expect(await rules({ show: "closed" })).toEqual(["GAP-1"]);
    expect(await counts("2026-12-10")).toMatchObject({ open: 3, blocking: 0 });
    expect(await counts("2026-12-11")).toEqual({ open: 4, overdue: 1, blocking: 1, expiring: 1 });
    expect((await list({ severity: "critical" }, "due", "2026-12-11")).rows).toMatchObject([{ rule: "GAP-1", state: "risk-accepted", expired: true }]);
  });

  it("tells one finding with its answer and every decision", async () => {
    const id = await idOf("ANSWER-PARTLY");
    const found = await withTenant(scene.caseworker, (tx) => findFinding(tx, scene.caseworker, id, "da", today), { readOnly: true });
    expect(found).toMatchObject({ answered: { question: { name: "covers_agreement" }, answer: { value: "partly", comment: "Ikke sletning" } }, steps: [], title: "Journalsystem" });
    const accepted = await withTenant(scene.caseworker, async (tx) => findFinding(tx, scene.caseworker, await idOf("GAP-1"), "da", "2026-12-11"), { readOnly: true });
    expect(accepted).toMatchObject({ expired: true, answered: null, steps: [{ to: "risk-accepted", reason: "Set", byRule: false, byName: scene.dpo.personName }] });
  });
});
