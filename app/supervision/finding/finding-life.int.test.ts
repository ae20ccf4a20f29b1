import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now } from "#app/config/clock.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { handIn, newSupervision, nextSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { startAssessment } from "../assessment/start-assessment.server.ts";
import { concludeSupervision } from "../conclusion/conclude-supervision.server.ts";
import { handInFile } from "../hand-in-file.server.ts";
import { takeFileAway } from "../take-file-away.server.ts";
import { decideFinding } from "./decide-finding.server.ts";
import type { DecideInput } from "./decide-finding.server.ts";
import { findFinding } from "./find-finding.server.ts";
import { placeOfFinding } from "./finding-place.server.ts";
import { listFindings } from "./list-findings.server.ts";
import { findReleasedFinding, listOwnFindings } from "./released-findings.server.ts";
import { remindOfFindings } from "./remind-of-findings.server.ts";
import { reportDone } from "./report-done.server.ts";

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

const rows = <Row = Record<string, unknown>>(sql: string, values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const partly = { agreement_met: { value: "partly", comment: "Backup mangler" } };
const assess = (scene: Scene) => withTenant(scene.caseworker, (tx) => startAssessment(tx, scene.caseworker, { supervisionId: scene.supervisionId, reservationText: "Hvad?" }));
const conclude = (scene: Scene) => withTenant(scene.dpo, (tx) => concludeSupervision(tx, scene.dpo, { supervisionId: scene.supervisionId, outcome: "in-order-with-remarks", reason: "", message: "", today }));
/** A supervision with one gap; concluded unless told. */
const withGap = async ({ concluded = true } = {}) => {
  const scene = await newSupervision(database.ownerUrl, { concept: 3 });
  await handIn(scene, partly);
  await assess(scene);
  if (concluded) expect(await conclude(scene)).toEqual({ ok: true });
  return { ...scene, findingId: await gapOf(scene) };
};
const gapOf = async ({ supervisionId }: Scene) => String((await rows<{ id: string }>("select id from finding where supervision_id = $1", [supervisionId]))[0]?.id);
const stored = async (id: string) => (await rows<{ state: string; version: number; released: boolean; sent_back: string; effectiveness: string; previous_id: string | null; until: string | null }>(
  "select state, version, released_at is not null as released, sent_back, effectiveness, previous_id, accepted_until::text as until from finding where id = $1", [id]))[0];
const decide = async (who: Scope, findingId: string, to: DecideInput["to"], more: Partial<DecideInput> = {}) =>
  withTenant(who, async (tx) => decideFinding(tx, who, { findingId, to, version: (await stored(findingId))?.version ?? 0, reason: "", measure: "", ownerName: "", dueOn: null, acceptedUntil: null, today, ...more }));
const agree = (who: Scope, findingId: string, more: Partial<DecideInput> = {}) => decide(who, findingId, "agreed", { measure: "Ny backup", ownerName: "Anne Drift", dueOn: "2026-12-20", ...more });
const report = (who: Scope, { supervisionId, findingId }: { supervisionId: string; findingId: string }, body = "Backup er sat op") => withTenant(who, (tx) => reportDone(tx, who, { supervisionId, findingId, body, at: now() }));
const file = { key: "quarantine/x", name: "backup.pdf", kind: "pdf" as const, mediaType: "application/pdf", size: 10, sha256: "ab".repeat(32) };
const attach = (who: Scope, supervisionId: string, findingId: string) => withTenant(who, (tx) => handInFile(tx, who, supervisionId, placeOfFinding(findingId), file));
const mails = async (supervisionId: string) => (await rows<{ kind: string; body: string }>("select kind, body from outbox where supervision_id = $1 order by created_at", [supervisionId]));
const shown = (who: Scope, { supervisionId, findingId }: { supervisionId: string; findingId: string }) => withTenant(who, (tx) => findReleasedFinding(tx, who, { supervisionId, findingId, language: "da" }), { readOnly: true });

describe("a measure", () => {
  it("is shown to the processor when it is agreed, also before the conclusion, and told with a link to it", async () => {
    const gap = await withGap({ concluded: false });
    expect(await shown(gap.signatory, gap)).toBeNull();
    expect(await report(gap.signatory, gap)).toEqual({ ok: false, reason: "not-found" });
    expect(await agree(gap.caseworker, gap.findingId)).toEqual({ ok: true });
    expect(await shown(gap.signatory, gap)).toMatchObject({ finding: { state: "agreed", measure: "Ny backup", dueOn: "2026-12-20" }, mayReport: true });
    const told = (await mails(gap.supervisionId)).find(({ kind }) => kind === "finding-agreed");
    expect(told?.body).toContain(`/inbox/${gap.supervisionId}/findings/${gap.findingId}`);
    expect((await withTenant(gap.signatory, (tx) => listOwnFindings(tx, gap.signatory, 50), { readOnly: true })).rows).toMatchObject([{ id: gap.findingId, measure: "Ny backup" }]);
  });

  it("is reported done with files, sent back, reported again and verified; each side sees what it may", async () => {
    const gap = await withGap();
    await agree(gap.caseworker, gap.findingId);
    expect(await report(gap.signatory, gap, "  ")).toEqual({ ok: false, reason: "needs-text" });
    const attached = await attach(gap.signatory, gap.supervisionId, gap.findingId);
    const wrong = await attach(gap.signatory, gap.supervisionId, gap.findingId);
    expect(await withTenant(gap.signatory, (tx) => takeFileAway(tx, gap.signatory, { supervisionId: gap.supervisionId, evidenceId: wrong.ok ? wrong.id : "", at: now() }))).toEqual({ ok: true, place: placeOfFinding(gap.findingId) });
    const readable = () => withTenant(gap.caseworker, (tx) => tx.evidence.count({ where: { supervisionId: gap.supervisionId, question: placeOfFinding(gap.findingId) } }), { readOnly: true });
    expect(await readable()).toBe(0);
    expect(await report(gap.signatory, gap)).toEqual({ ok: true });
    expect(await readable()).toBe(1);
    expect(await stored(gap.findingId)).toMatchObject({ state: "reported-done" });
    expect(await attach(gap.signatory, gap.supervisionId, gap.findingId)).toEqual({ ok: false, reason: "locked" });
    const seen = () => withTenant(gap.caseworker, (tx) => findFinding(tx, gap.caseworker, gap.findingId, "da", today), { readOnly: true });
    expect((await seen())?.steps[0]).toMatchObject({ to: "reported-done", byProcessor: true, reason: "Backup er sat op", files: [{ id: attached.ok ? attached.id : "", name: "backup.pdf" }] });
    expect(await agree(gap.caseworker, gap.findingId)).toEqual({ ok: false, reason: "needs-reason" });
    expect(await agree(gap.caseworker, gap.findingId, { reason: "Ingen læseprøve" })).toEqual({ ok: true });
    expect(await shown(gap.signatory, gap)).toMatchObject({ sentBack: "Ingen læseprøve", mayReport: true, files: [], reports: [{ reason: "Backup er sat op" }] });
    expect(await report(gap.signatory, gap, "Læseprøve gennemført")).toEqual({ ok: true });
    expect(await stored(gap.findingId)).toMatchObject({ state: "reported-done", sent_back: "" });
    expect(await decide(gap.caseworker, gap.findingId, "verified")).toEqual({ ok: false, reason: "needs-effectiveness" });
    expect(await decide(gap.caseworker, gap.findingId, "verified", { reason: "Vi så en genindlæsning" })).toEqual({ ok: true });
    expect(await stored(gap.findingId)).toMatchObject({ state: "verified", effectiveness: "Vi så en genindlæsning" });
    expect(await report(gap.signatory, gap)).toEqual({ ok: false, reason: "closed" });
    expect((await mails(gap.supervisionId)).map(({ kind }) => kind).slice(-3)).toEqual(["conclusion-released", "finding-agreed", "measure-sent-back"]);
  });

  it("is reported once, by two at the same time or by a second click", async () => {
    const gap = await withGap();
    const both = await Promise.all([report(gap.signatory, gap), report(gap.signatory, gap)]);
    expect(both).toContainEqual({ ok: true });
    expect(both).toContainEqual({ ok: false, reason: "already" });
    expect(await rows("select 1 from finding_report where finding_id = $1", [gap.findingId])).toHaveLength(1);
  });

  it("meets a controller who decides in the same moment: one of the two is told", async () => {
    const gap = await withGap();
    await agree(gap.caseworker, gap.findingId);
    const [reported, accepted] = await Promise.all([report(gap.signatory, gap), decide(gap.dpo, gap.findingId, "risk-accepted", { reason: "Lille", acceptedUntil: "2027-05-01" })]);
    const state = (await stored(gap.findingId))?.state;
    expect([reported.ok, accepted.ok, state]).toSatisfy(([r, a, s]) => (r && !a && s === "reported-done") || (!r && a && s === "risk-accepted") || (r && a && s === "risk-accepted"));
  });

  it("is nobody else's to report, and takes a role", async () => {
    const gap = await withGap();
    const stranger = await newScope(database.ownerUrl, ["respondent", "signatory"], { side: "processor" });
    expect(await report(stranger, gap)).toEqual({ ok: false, reason: "not-found" });
    expect(await attach(stranger, gap.supervisionId, gap.findingId)).toEqual({ ok: false, reason: "not-found" });
    const reader = { ...gap.signatory, roles: ["reader" as const] };
    await expect(report(reader, gap)).rejects.toMatchObject({ status: 403 });
    const bare = withTenant(stranger, (tx) => tx.findingReport.create({ data: { findingId: gap.findingId, controllerId: gap.caseworker.organisationId, processorId: stranger.organisationId, body: "x", reportedById: stranger.personId, reportedByName: "x" } }));
    await expect(bare).rejects.toThrow();
    expect(await stored(gap.findingId)).toMatchObject({ state: "open" });
  });
});

describe("the same fact next year", () => {
  const again = async (scene: Scene, answers: Record<string, unknown> = partly) => {
    const next = await nextSupervision(scene);
    await handIn(next, answers);
    await assess(next);
    return next;
  };

  it.each([
    ["open", async () => undefined, "continued"],
    ["verified", async (gap: Awaited<ReturnType<typeof withGap>>) => { await report(gap.signatory, gap); await decide(gap.caseworker, gap.findingId, "verified", { reason: "Set" }); }, "verified"],
  ] as const)("is open again and marked as returned where it was %s; the earlier one ends as %s once concluded", async (_, before, ended) => {
    const gap = await withGap();
    await before(gap);
    const next = await again(gap);
    const id = await gapOf(next);
    expect(await stored(id)).toMatchObject({ state: "open", previous_id: gap.findingId });
    expect(await conclude(next)).toEqual({ ok: true });
    expect(await stored(gap.findingId)).toMatchObject({ state: ended });
    const found = await withTenant(next.caseworker, (tx) => findFinding(tx, next.caseworker, id, "da", today), { readOnly: true });
    expect(found).toMatchObject({ finding: { returned: true }, earlier: [{ id: gap.findingId, state: ended }] });
    const open = await withTenant(next.caseworker, (tx) => listFindings(tx, next.caseworker, { filter: { show: "open", severity: null, query: "" }, sort: { key: "due", direction: "ascending" }, skip: 0, take: 9, today, language: "da" }), { readOnly: true });
    expect(open.rows.map((row) => [row.id, row.returned])).toEqual([[id, true]]);
  });

  it("stays accepted until the day it was accepted to, and clears with its fact", async () => {
    const gap = await withGap();
    await decide(gap.dpo, gap.findingId, "risk-accepted", { reason: "Lille", acceptedUntil: "2027-05-01" });
    const next = await again(gap);
    expect(await stored(await gapOf(next))).toMatchObject({ state: "risk-accepted", until: "2027-05-01", previous_id: gap.findingId });
    const { returnQuestions } = await import("../assessment/return-questions.server.ts");
    await withTenant(next.caseworker, (tx) => returnQuestions(tx, next.caseworker, { supervisionId: next.supervisionId, questions: [{ question: "agreement_met", reason: "Er det rettet?" }], dueOn: "2026-12-20" }));
    await handIn(next, { agreement_met: "yes" });
    await assess(next);
    expect(await stored(await gapOf(next))).toMatchObject({ state: "closed-not-a-gap" });
    expect(await stored(gap.findingId)).toMatchObject({ state: "risk-accepted" });
  });
});

describe("reminders", () => {
  const move = (id: string, column: "due_on" | "accepted_until", days: number) => rows(`update finding set ${column} = (now() at time zone 'Europe/Copenhagen')::date + $2::int where id = $1`, [id, days]);
  const kinds = async (scene: Scene) => (await mails(scene.supervisionId)).map(({ kind }) => kind).filter((kind) => /measure|risk/.test(kind)).sort();

  it("of a measure go to both sides, once for its date and once when it is late", async () => {
    const gap = await withGap();
    await agree(gap.caseworker, gap.findingId);
    await move(gap.findingId, "due_on", 8);
    await remindOfFindings();
    expect(await kinds(gap)).toEqual([]);
    await move(gap.findingId, "due_on", 7);
    await remindOfFindings();
    await remindOfFindings();
    expect(await kinds(gap)).toEqual(["measure-due", "own-measure-due"]);
    await move(gap.findingId, "due_on", -1);
    await Promise.all([remindOfFindings(), remindOfFindings()]);
    expect(await kinds(gap)).toEqual(["measure-due", "measure-late", "own-measure-due", "own-measure-late"]);
    await report(gap.signatory, gap);
    await move(gap.findingId, "due_on", -3);
    await remindOfFindings();
    expect(await kinds(gap)).toHaveLength(4);
  });

  it("of an accepted risk go to the DPO; an acceptance that has ended opens the finding, with a decision that says so", async () => {
    const gap = await withGap();
    await decide(gap.dpo, gap.findingId, "risk-accepted", { reason: "Lille", acceptedUntil: "2027-05-01" });
    await move(gap.findingId, "accepted_until", 30);
    await remindOfFindings();
    await move(gap.findingId, "accepted_until", 0);
    await remindOfFindings();
    expect(await kinds(gap)).toEqual(["risk-expiring", "risk-expiring"]);
    expect(await stored(gap.findingId)).toMatchObject({ state: "risk-accepted" });
    await move(gap.findingId, "accepted_until", -1);
    await Promise.all([remindOfFindings(), remindOfFindings()]);
    await remindOfFindings();
    expect(await kinds(gap)).toEqual(["risk-expired", "risk-expiring", "risk-expiring"]);
    expect(await stored(gap.findingId)).toMatchObject({ state: "open", until: null });
    expect(await rows("select from_state, to_state, reason from finding_decision where finding_id = $1 order by decided_at desc limit 1", [gap.findingId])).toEqual([{ from_state: "risk-accepted", to_state: "open", reason: "acceptance-ended" }]);
  });
});
