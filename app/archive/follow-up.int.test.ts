import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachContract } from "#app/agreement/attach-contract.server.ts";
import { changeLine } from "#app/agreement/plan/change-line.server.ts";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { sayFactors } from "#app/agreement/plan/say-factors.server.ts";
import { recordVersion } from "#app/agreement/record-version.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { completeCheck } from "#app/supervision/agreement-check/complete-check.server.ts";
import { decideItem } from "#app/supervision/agreement-check/decide-item.server.ts";
import { startCheck } from "#app/supervision/agreement-check/start-check.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { askProcessor } from "#app/supervision/breach/ask-processor.server.ts";
import { decideAuthority } from "#app/supervision/breach/decide-authority.server.ts";
import { noteAnswer } from "#app/supervision/breach/note-answer.server.ts";
import { notifyControllers } from "#app/supervision/breach/notify-controllers.server.ts";
import { registerBreach } from "#app/supervision/breach/register-breach.server.ts";
import { registerRecord } from "#app/supervision/breach/register-record.server.ts";
import { takeInNotice } from "#app/supervision/breach/take-in-notice.server.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { requestPackage } from "#app/supervision/conclusion/request-package.server.ts";
import { takePackage } from "#app/supervision/conclusion/take-package.server.ts";
import { decideFinding } from "#app/supervision/finding/decide-finding.server.ts";
import type { DecideInput } from "#app/supervision/finding/decide-finding.server.ts";
import { placeOfFinding } from "#app/supervision/finding/finding-place.server.ts";
import { reportDone } from "#app/supervision/finding/report-done.server.ts";
import { handInFile } from "#app/supervision/hand-in-file.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newTenant } from "#tests/support/factories.ts";
import { packageDesk } from "#tests/support/package-desk.ts";
import { handIn, newSupervision, nextSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";

let database: FreshDatabase;
let desk: ReturnType<typeof packageDesk>;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  desk = packageDesk();
}, 120_000);
afterAll(async () => {
  desk.close();
  await closeDb();
  await database.close();
});

type Row = Record<string, unknown>;
const today = "2026-11-22";
const at = new Date("2026-11-22T10:00:00Z");
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);
const rows = <Shape = Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Shape[]);
const gap = { agreement_met: { value: "partly", comment: "Backup mangler" } };

async function conclude({ caseworker, dpo, supervisionId }: Scene) {
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  const done = await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "", today }));
  if (!done.ok) throw new Error(done.reason);
}
const gapOf = async (scene: Scene) => String((await rows<{ id: string }>("select id from finding where supervision_id = $1", [scene.supervisionId]))[0]?.id);
async function decide(who: Scope, findingId: string, to: DecideInput["to"], more: Partial<DecideInput>) {
  const [stored] = await rows<{ version: number }>("select version from finding where id = $1", [findingId]);
  const done = await withTenant(who, (tx) => decideFinding(tx, who, { findingId, to, version: stored?.version ?? 0, reason: "", measure: "", ownerName: "", dueOn: null, acceptedUntil: null, today, ...more }));
  if (!done.ok) throw new Error(done.reason);
}
async function checked({ caseworker, agreementId }: Scene) {
  const started = await withTenant(caseworker, (tx) => startCheck(tx, caseworker, agreementId, "guide-2021", at));
  if (!started.ok) throw new Error(started.reason);
  for (const item of ["X-G", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A"]) {
    const verdict = item === "G6" ? "not-met" : item === "G7" ? "not-relevant" : "met";
    await withTenant(caseworker, (tx) => decideItem(tx, caseworker, started.id, { item, verdict, reason: verdict === "met" ? "" : "Står der ikke noget om", clause: "pkt. 7", version: 0 }, at));
  }
  expect(await withTenant(caseworker, (tx) => completeCheck(tx, caseworker, started.id, at))).toEqual({ ok: true, misses: 1 });
  return started.id;
}

describe("was there a plan", () => {
  it("plan with factors, reason and advice, checks, the signed contract byte for byte, the round, and the trail behind them up to the conclusion", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker, dpo, agreementId, supervisionId } = scene;
    const signed = Buffer.from("%PDF-1.7 den underskrevne aftale");
    await withTenant(caseworker, async (tx) => {
      await sayFactors(tx, caseworker, { agreementId, version: 0, factors: [{ code: "FQ-H2", note: "To brud i foråret" }] }, at);
      const [line] = await planLines(tx, caseworker).list(agreementId);
      const changed = await changeLine(tx, caseworker, { agreementId, lineId: String(line?.id), version: line?.version ?? 0, intervalMonths: 24, nextDueOn: "2027-11-01", reason: "Ny leverandør i 2027" }, at);
      if (!changed.ok) throw new Error(changed.reason);
      const recorded = await recordVersion(tx, caseworker, agreementId, { number: 2, label: "2.1", signedOn: "2026-11-01", signedForController: "Mette", signedForProcessor: "Anne", changes: "Kortere frist" });
      if (!recorded.ok) throw new Error(recorded.reason);
    });
    const [version] = await rows<{ id: string }>("select id from agreement_version where agreement_id = $1 and number = 2", [agreementId]);
    const kept = await desk.keep(caseworker.organisationId, signed);
    await withTenant(caseworker, (tx) => attachContract(tx, caseworker, String(version?.id), { name: "Aftale Ærø.pdf", mediaType: "application/pdf", ...kept }));
    const checkId = await checked(scene);
    const [round] = await rows<{ id: string }>("insert into round (controller_id, title, state, due_on, created_by_id, created_by_name, started_at, started_by_name) values ($1, 'Årets tilsyn', 'sent', '2026-12-13', $2, 'Mette', $3, 'Mette') returning id", [caseworker.organisationId, caseworker.personId, at]);
    await rows("insert into round_item (round_id, agreement_id, controller_id, concept, state, supervision_id, sent_at) values ($1, $2, $3, 3, 'sent', $4, $5)", [round?.id, agreementId, caseworker.organisationId, supervisionId, at]);
    await rows("update supervision_case set round_id = $2 where supervision_id = $1", [supervisionId, round?.id]);
    await rows("insert into escalation (supervision_id, controller_id, due_on, step, state, overdue_days, told) select $1, $2, due_on, 'reminder', 'done', 1, 'anne@drift.example' from supervision where id = $1", [supervisionId, caseworker.organisationId]);
    await handIn(scene);
    await conclude(scene);
    await withTenant(caseworker, (tx) => sayFactors(tx, caseworker, { agreementId, version: 2, factors: [] }, at));

    const opened = await desk.open(dpo, supervisionId);
    expect(opened.json("plan.json")).toMatchObject({
      factors: [], reason: "Ny leverandør i 2027", advice: { suggestedMonths: 12, deviates: expect.any(Boolean) as unknown },
      lines: [{ kind: "primary", concept: 3, intervalMonths: 24, removedAt: null }],
    });
    const [check] = opened.json<Row[]>("checks.json");
    expect(check).toMatchObject({ id: checkId, catalogue: { id: "guide-2021" }, completedBy: caseworker.personName, itemsInCatalogue: 10 });
    expect((check?.items as Row[]).map(({ item, verdict }) => `${String(item)} ${String(verdict)}`)).toEqual(["G1 met", "G2 met", "G3 met", "G4 met", "G5 met", "G6 not-met", "G7 not-relevant", "G8 met", "X-A met", "X-G met"]);
    expect((check?.items as Row[])[5]).toMatchObject({ reason: "Står der ikke noget om", clause: "pkt. 7", text: { da: expect.stringMatching(/\w/u) as unknown } });
    expect(opened.json<Row[]>("agreement-findings.json")).toMatchObject([{ rule: "AGREEMENT-CHECK", state: "open", values: { item: "G6" }, reports: [], previous: null }]);
    expect(opened.json<Row[]>("contract.json")).toMatchObject([{ version: 1, file: null }, { version: 2, label: "2.1", signedOn: "2026-11-01", file: { path: "contract/02-Aftale-Ærø.pdf", sha256: kept.sha256 }, content: { limits: [] } }]);
    expect(opened.bytes("contract/02-Aftale-Ærø.pdf").equals(signed)).toBe(true);
    expect(opened.json("round.json")).toMatchObject({ id: round?.id, title: "Årets tilsyn", startedBy: "Mette", item: { concept: 3 } });
    expect(opened.json<Row[]>("escalation.json")).toMatchObject([{ step: "reminder", told: "anne@drift.example", supervision: supervisionId }]);
    const trail = opened.bytes("audit.jsonl").toString("utf8").trim().split("\n").map((line) => (JSON.parse(line) as { action: string }).action);
    expect(trail).toEqual(expect.arrayContaining(["agreement.scored", "concept.chosen", "plan.line-changed", "version.recorded", "version.file-added", "check.started", "check.completed", "supervision.concluded", "agreement.planned", "package.requested"]));
    expect(trail.filter((action) => action === "plan.factors-said"), "what was said after the conclusion is not of this case").toHaveLength(1);
    for (const said of ["Ny leverandør i 2027", "Hvert andet år", "Årets tilsyn", "Udgave 2 (nr. 2.1)", kept.sha256, "8 opfyldt, 1 mangler, 1 ikke relevante", "Står der ikke noget om", "Mangler i selve aftalen"]) expect(opened.report).toContain(said);
  });
});

describe("how was it followed up", () => {
  it("a finding's whole life, with the processor's words and file, what was sent back, what was seen, and the same gap the year before", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    await handIn(scene, gap);
    await conclude(scene);
    const [{ caseworker, dpo, signatory, supervisionId }, findingId] = [scene, await gapOf(scene)];
    const proof = await desk.keep(signatory.organisationId, Buffer.from("%PDF-1.7 backup"));
    await decide(caseworker, findingId, "agreed", { measure: "Ny backup", ownerName: "Anne Drift", dueOn: "2026-12-20" });
    const report = (body: string) => withTenant(signatory, (tx) => reportDone(tx, signatory, { supervisionId, findingId, body, at: new Date() }));
    expect(await report("Vi har bestilt den")).toEqual({ ok: true });
    await decide(caseworker, findingId, "agreed", { measure: "Ny backup", ownerName: "Anne Drift", dueOn: "2027-01-20", reason: "Bestilt er ikke sat op" });
    await withTenant(signatory, (tx) => handInFile(tx, signatory, supervisionId, placeOfFinding(findingId), { ...proof, name: "backup.pdf", kind: "pdf", mediaType: "application/pdf" }));
    await rows("update evidence set store_key = $2 where supervision_id = $1", [supervisionId, proof.key]);
    expect(await report("Den kører nu")).toEqual({ ok: true });
    await decide(caseworker, findingId, "verified", { reason: "Vi så en genskabelse" });

    const opened = await desk.open(dpo, supervisionId);
    const [finding] = opened.json<Row[]>("findings.json");
    expect(finding).toMatchObject({
      id: findingId, state: "verified", effectiveness: "Vi så en genskabelse", previous: null,
      reports: [{ body: "Vi har bestilt den", by: signatory.personName, evidence: [] }, { body: "Den kører nu", evidence: [{ path: "evidence/01-backup.pdf", sha256: proof.sha256 }] }],
    });
    expect((finding?.decisions as Row[]).map(({ to, reason }) => `${String(to)}: ${String(reason)}`)).toEqual(expect.arrayContaining(["agreed: Bestilt er ikke sat op", "verified: Vi så en genskabelse"]));
    for (const said of ["Vi har bestilt den", "Bestilt er ikke sat op", "Vi så en genskabelse", proof.sha256]) expect(opened.report).toContain(said);

    const next = await nextSupervision(scene);
    await handIn(next, gap);
    await conclude(next);
    const after = await desk.open(dpo, next.supervisionId, "en");
    expect(after.json<Row[]>("findings.json")).toMatchObject([{ previous: { id: findingId, supervision: supervisionId, state: "verified", measure: "Ny backup" } }]);
    expect(after.report).toMatch(/Also stood in the supervision concluded .{6,14}: Verified\. Ny backup/u);
    expect(after.members.filter((path) => !path.startsWith("evidence/"))).toEqual(opened.members.filter((path) => !path.startsWith("evidence/")));
  });

  it("the breaches of the agreement in its period with notices, inquiries and decisions, and nobody else's", async () => {
    const processor = await newTenant(database.ownerUrl, { sides: ["processor"] });
    const scene = await newSupervision(database.ownerUrl, { concept: 3, processor });
    const { caseworker, dpo, signatory, agreementId, supervisionId } = scene;
    const [register] = await rows<{ id: string }>("update processor set contact_email = 'kim@drift.example', contact_name = 'Kim' where id = (select processor_id from agreement where id = $1) returning id", [agreementId]);
    const press = { source: "press" as const, registerId: String(register?.id), nature: "Set af andre", categories: "", personCount: 12, recordCount: null, consequences: "", measures: "", possibleOnly: false, occurredAt: null, processorAwareAt: null, notifiedAt: null };
    const registered = await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...press, title: "Omtalt i avisen", awareAt: at, agreementIds: [agreementId] }, at));
    if (!registered.ok) throw new Error(registered.reason);
    const id = registered.id;
    await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...press, title: "Under ingen aftale", awareAt: at, agreementIds: [] }, at));
    const versionOf = async () => (await rows<{ version: number }>("select version from breach_record where id = $1", [id]))[0]?.version ?? 0;
    const version = await versionOf();
    expect(await withTenant(caseworker, (tx) => askProcessor(tx, caseworker, id, { version, language: "da", askerEmail: "mette@example.dk", now: hours(1) }))).toEqual({ ok: true });
    const [inquiry] = await rows<{ id: string }>("select id from breach_inquiry where record_id = $1", [id]);
    await withTenant(caseworker, (tx) => noteAnswer(tx, caseworker, id, { inquiryId: String(inquiry?.id), answer: "Tolv kuverter", answeredAt: hours(2) }));
    const decided = await versionOf();
    await withTenant(caseworker, (tx) => decideAuthority(tx, caseworker, id, { version: decided, decision: "not-required", notifiedAt: null, reason: "Ingen risiko" }));
    // The processor tells this controller and another of a breach of its own.
    const other = await newSupervision(database.ownerUrl, { concept: 2, processor });
    const told = { title: "Fejlsendte lønsedler", nature: "Sendt til forkert modtager", categories: "", personCount: 5, recordCount: null, consequences: "", measures: "", possibleOnly: false, atSubprocessor: "", occurredAt: null, awareAt: hours(-2), dealtWithAt: null };
    const { id: breachId } = await withTenant(signatory, (tx) => registerBreach(tx, signatory, told, at));
    await withTenant(signatory, (tx) => notifyControllers(tx, signatory, { breachId, version: 1, controllerIds: [caseworker.organisationId, other.caseworker.organisationId], at }));
    for (const notice of await rows<{ id: string; controller: string }>("select id, controller_id as controller from breach_notice where breach_id = $1", [breachId])) await takeInNotice({ organisationId: notice.controller, noticeId: notice.id });
    await rows("insert into breach_record_agreement (record_id, agreement_id, controller_id) select id, $2, controller_id from breach_record where breach_id = $1 and controller_id = $3 on conflict do nothing", [breachId, agreementId, caseworker.organisationId]);
    await handIn(scene);
    await conclude(scene);

    const opened = await desk.open(dpo, supervisionId);
    const breaches = opened.json<Row[]>("breaches.json");
    expect(breaches.map(({ title }) => title).sort()).toEqual(["Fejlsendte lønsedler", "Omtalt i avisen"]);
    expect(breaches.find((one) => one.id === id)).toMatchObject({
      source: "press", personCount: 12, authority: { decision: "not-required", reason: "Ingen risiko" }, agreements: [{ agreement: agreementId }], notices: [],
      inquiries: [{ number: 1, to: { email: "kim@drift.example" }, answer: "Tolv kuverter", notedBy: caseworker.personName, body: expect.stringContaining("Omtalt i avisen") as unknown }], clocks: { processor: { from: hours(1).toISOString() } },
    });
    expect(breaches.find((one) => one.id !== id)).toMatchObject({ source: "notified", notices: [{ number: 1, by: signatory.personName, content: { title: "Fejlsendte lønsedler", personCount: 5 } }] });
    const trail = opened.bytes("audit.jsonl").toString("utf8");
    for (const action of ["breach.registered", "breach.asked", "breach.answered", "breach.authority-decided"]) expect(trail).toContain(`"${action}"`);
    expect(trail).not.toContain("Under ingen aftale");
    for (const said of ["Omtalt i avisen", "Ingen risiko", "Tolv kuverter", "Underretning 1"]) expect(opened.report).toContain(said);
    expect(JSON.stringify(breaches) + trail).not.toContain(other.caseworker.organisationId);
  });
});

it("a package is the controller's alone: the processor it is about, and another controller, neither order nor fetch it", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 2 });
  await handIn(scene);
  await conclude(scene);
  const { dpo, signatory, supervisionId } = scene;
  await desk.open(dpo, supervisionId);
  const [made] = await rows<{ id: string }>("select id from package where supervision_id = $1", [supervisionId]);
  const stranger = await newScope(database.ownerUrl, ["dpo"]);
  for (const who of [signatory, { ...signatory, roles: ["dpo" as const] }, stranger]) {
    expect(await withTenant(who, (tx) => takePackage(tx, who, String(made?.id)))).toBeNull();
  }
  await expect(withTenant(signatory, (tx) => requestPackage(tx, signatory, { supervisionId, language: "da" }))).rejects.toMatchObject({ status: 403 });
  expect(await withTenant(stranger, (tx) => requestPackage(tx, stranger, { supervisionId, language: "da" }))).toEqual({ ok: false, reason: "not-concluded" });
  expect(await rows("select count(*)::int as n from package where supervision_id = $1", [supervisionId])).toEqual([{ n: 1 }]);
});
