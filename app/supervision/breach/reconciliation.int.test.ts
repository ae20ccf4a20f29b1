import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { loadCase } from "#app/supervision/assessment/load-case.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { listRegister } from "./list-register.server.ts";
import { matchBreach } from "./match-breach.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import { presentReconciliation } from "./present-reconciliation.ts";
import { registerBreach } from "./register-breach.server.ts";
import { remindOfNotified } from "./remind-of-notified.server.ts";
import { unmatchBreach } from "./unmatch-breach.server.ts";

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
const at = (iso: string) => new Date(iso);
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const disclosed = { discovered_on: "2026-05-01", what: "Lønsedler sendt forkert", dealt_with: "yes", measures: "Ny rutine" };

/** The scene's processor notifies its controller of a breach. */
async function notified({ signatory, caseworker }: Scene, { title = "Fejlsendte lønsedler", aware = "2026-05-01T08:00:00Z", sent = "2026-05-02T10:00:00Z" } = {}) {
  const content = { title, nature: "", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false, atSubprocessor: "", occurredAt: null, awareAt: at(aware), dealtWithAt: null };
  return withTenant(signatory, async (tx) => {
    const { id } = await registerBreach(tx, signatory, content, at(sent));
    await notifyControllers(tx, signatory, { breachId: id, version: 1, controllerIds: [caseworker.organisationId], at: at(sent) });
    return id;
  });
}
const recordOf = async ({ caseworker }: Scene) => String((await rows<{ id: string }>("select id from breach_record where controller_id = $1 order by created_at desc limit 1", [caseworker.organisationId]))[0]?.id);
async function begun(breaches: object[], before: (scene: Scene) => Promise<unknown> = async () => undefined) {
  const scene = await newSupervision(database.ownerUrl, { concept: 3 });
  await rows("insert into agreement_limit (controller_id, agreement_id, kind, value, unit, runs_from, source) values ($1, $2, 'breach-notice', 24, 'hours', 'awareness', '003 ABS-13')", [scene.caseworker.organisationId, scene.agreementId]);
  await before(scene);
  await handIn(scene, breaches.length > 0 ? { breaches: "yes", breach_list: breaches } : {});
  await withTenant(scene.caseworker, (tx) => startAssessment(tx, scene.caseworker, { supervisionId: scene.supervisionId, reservationText: "?" }));
  return scene;
}
const look = async ({ caseworker, supervisionId }: Scene) => (await withTenant(caseworker, (tx) => loadCase(tx, supervisionId), { readOnly: true }))!;
const open = async (scene: Scene) => (await look(scene)).findings.filter(({ state }) => state === "open").map(({ rule }) => rule).sort();
const match = (scene: Scene, recordId: string | null, ref = "2026-05-01 (1)") => withTenant(scene.caseworker, (tx) => matchBreach(tx, scene.caseworker, { supervisionId: scene.supervisionId, ref, recordId, now }));

describe("what is disclosed against what was notified", () => {
  it("suggests, and is one breach once a person says so; the findings follow both ways", async () => {
    const scene = await begun([disclosed], notified);
    const record = await recordOf(scene);
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED", "NOTIFIED-LATE", "NOTIFIED-NOT-DISCLOSED"]);
    expect(presentReconciliation((await look(scene)).facts, now)?.rows).toMatchObject([{ suggested: record, registered: null }, { disclosed: null, registered: { record } }]);
    expect(await match(scene, record)).toEqual({ ok: true });
    expect(await match(scene, record)).toEqual({ ok: false, reason: "breach-gone" });
    expect(await open(scene)).toEqual(["NOTIFIED-LATE"]);
    expect((await look(scene)).findings.find(({ rule }) => rule === "NOTIFIED-LATE")?.values).toMatchObject({ hours: 26, minutes: 0, limit: 24, unit: "hours" });
    expect(await withTenant(scene.caseworker, (tx) => unmatchBreach(tx, scene.caseworker, { supervisionId: scene.supervisionId, recordId: record }))).toEqual({ ok: true });
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED", "NOTIFIED-LATE", "NOTIFIED-NOT-DISCLOSED"]);
  });

  it("finds what was never notified, and enters it in the register on a click", async () => {
    const scene = await begun([disclosed]);
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED"]);
    expect(await match(scene, null)).toEqual({ ok: true });
    expect(await match(scene, null)).toEqual({ ok: false, reason: "breach-gone" });
    const [record] = await rows<Record<string, unknown>>("select r.*, t.agreement_id, t.supervision_id from breach_record r join breach_record_agreement t on t.record_id = r.id where r.controller_id = $1", [scene.caseworker.organisationId]);
    expect(record).toMatchObject({ source: "disclosed", title: "Lønsedler sendt forkert", agreement_id: scene.agreementId, supervision_id: scene.supervisionId, notified_at: null, processor_aware_at: at("2026-04-30T22:00:00Z") });
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED"]);
    const findings = await rows<{ rule: string; values: { part: string } }>("select rule, values from finding where agreement_id = $1 and supervision_id is null", [scene.agreementId]);
    expect(findings).toMatchObject([{ rule: "BREACH-LATE", values: { part: "unnotified" } }]);
  });

  it("the register decides, not the processor's word; what it says only makes the gap less grave", async () => {
    const scene = await begun([{ ...disclosed, notified_on: "2026-05-02" }]);
    expect((await look(scene)).findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["DISCLOSED-NOT-NOTIFIED minor"]);
  });

  it("what was notified in time and left out is a smaller gap; what came after the answer is none", async () => {
    const scene = await begun([], (scene) => notified(scene, { sent: "2026-05-02T07:00:00Z" }));
    expect(await open(scene)).toEqual(["NOTIFIED-NOT-DISCLOSED"]);
    const later = await begun([]);
    await notified(later, { aware: "2026-11-23T08:00:00Z", sent: "2026-11-23T09:00:00Z" });
    expect(presentReconciliation((await look(later)).facts, now)).toBeNull();
  });

  it("counts nothing before the period", async () => {
    const scene = await begun([], async (scene) => {
      await rows("update supervision set period_from = '2026-06-01' where id = $1", [scene.supervisionId]);
      await notified(scene);
    });
    expect(await open(scene)).toEqual([]);
    const { caseworker, agreementId } = scene;
    const list = (from: string | null, to: string) => withTenant(caseworker, (tx) => listRegister(tx, { id: scene.supervisionId, agreementId }, { from: from === null ? null : at(from), to: at(to) }), { readOnly: true });
    expect([await list(null, "2026-05-02T10:00:00Z"), await list("2026-05-02T10:00:00Z", "2026-06-01T00:00:00Z"), await list("2026-05-02T10:00:01Z", "2026-06-01T00:00:00Z"), await list(null, "2026-05-02T09:59:59Z")].map((found) => found.filter(({ inPeriod }) => inPeriod).length)).toEqual([1, 1, 0, 0]);
  });

  it("is the controller's own to match, and only while it assesses", async () => {
    const scene = await begun([disclosed], notified);
    const stranger = await newScope(database.ownerUrl);
    const record = await recordOf(scene);
    expect(await withTenant(stranger, (tx) => matchBreach(tx, stranger, { supervisionId: scene.supervisionId, ref: "2026-05-01 (1)", recordId: record, now }))).toEqual({ ok: false, reason: "not-found" });
    await expect(withTenant(scene.caseworker, (tx) => matchBreach(tx, { ...scene.caseworker, roles: ["reader"] }, { supervisionId: scene.supervisionId, ref: "x", recordId: record, now }))).rejects.toMatchObject({ status: 403 });
    expect(await match(scene, record, "2026-05-09 (9)")).toEqual({ ok: false, reason: "breach-gone" });
    const other = await begun([disclosed]);
    expect(await match(other, record)).toEqual({ ok: false, reason: "breach-gone" });
  });
});

describe("the reminder beside the question", () => {
  it("lists what this controller was notified of, for the processor only", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const id = await notified(scene);
    const other = await newSupervision(database.ownerUrl, { concept: 3 });
    const remind = ({ signatory }: Scene, supervisionId: string) => withTenant(signatory, (tx) => remindOfNotified(tx, signatory, supervisionId), { readOnly: true });
    expect(await remind(scene, scene.supervisionId)).toMatchObject([{ id, title: "Fejlsendte lønsedler", notifiedAt: "2026-05-02T10:00:00.000Z" }]);
    expect(await remind(other, scene.supervisionId)).toEqual([]);
    expect(await remind(other, other.supervisionId)).toEqual([]);
  });
});
