import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { loadCase } from "#app/supervision/assessment/load-case.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope } from "#tests/support/factories.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { assignAgreements } from "./assign-agreements.server.ts";
import { changeBreach } from "./change-breach.server.ts";
import { closeBreach } from "./close-breach.server.ts";
import { decideAuthority } from "./decide-authority.server.ts";
import { countBreaches, listBreaches } from "./list-breaches.server.ts";
import { loadBreach } from "./load-breach.server.ts";
import { matchBreach } from "./match-breach.server.ts";
import { mergeBreach } from "./merge-breach.server.ts";
import { noteLateNotices } from "./note-late-notices.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import { openClocks } from "./open-clocks.server.ts";
import { partBreach } from "./part-breach.server.ts";
import { registerBreach } from "./register-breach.server.ts";
import { registerRecord } from "./register-record.server.ts";
import { takeInNotice } from "./take-in-notice.server.ts";
import { unmatchBreach } from "./unmatch-breach.server.ts";
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

const at = (iso: string) => new Date(iso);
const now = at("2026-11-22T10:00:00Z");
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const words = { nature: "", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false, occurredAt: null };
const disclosed = { discovered_on: "2026-05-01", what: "Lønsedler sendt forkert", dealt_with: "yes", measures: "Ny rutine" };
const limit = ({ caseworker }: Scene, agreementId: string, hours: number) => rows("insert into agreement_limit (controller_id, agreement_id, kind, value, unit, runs_from, source) values ($1, $2, 'breach-notice', $3, 'hours', 'awareness', '003 ABS-13')", [caseworker.organisationId, agreementId, hours]);
const registerOf = async ({ caseworker, agreementId }: Scene) => String((await rows<{ id: string }>("select processor_id as id from agreement where id = $1 and controller_id = $2", [agreementId, caseworker.organisationId]))[0]?.id);

/** The scene's press tells of a breach on 2 May, its processor gives notice of it on 3 May 12.00, having known since 1 May 8.00. */
async function twice(scene: Scene, { agreements = [scene.agreementId] }: { agreements?: string[] } = {}) {
  const { caseworker, signatory } = scene;
  const registerId = await registerOf(scene);
  const press = await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...words, title: "Omtalt i avisen", nature: "Avisen skriver om lønsedler", source: "press", registerId, agreementIds: agreements, awareAt: at("2026-05-02T06:00:00Z"), processorAwareAt: null, notifiedAt: null }, at("2026-05-02T06:10:00Z")));
  const told = { ...words, title: "Fejlsendte lønsedler", atSubprocessor: "", awareAt: at("2026-05-01T08:00:00Z"), dealtWithAt: null };
  const breachId = await withTenant(signatory, async (tx) => {
    const { id } = await registerBreach(tx, signatory, told, at("2026-05-03T11:00:00Z"));
    await notifyControllers(tx, signatory, { breachId: id, version: 1, controllerIds: [caseworker.organisationId], at: at("2026-05-03T12:00:00Z") });
    return id;
  });
  const [record] = await rows<{ id: string }>("select id from breach_record where breach_id = $1", [breachId]);
  return { press: press.ok ? press.id : "", notice: String(record?.id), breachId, told };
}
const look = ({ caseworker }: Scene, id: string) => withTenant(caseworker, (tx) => loadBreach(tx, caseworker, id, now), { readOnly: true });
const merge = ({ caseworker }: Scene, id: string, otherId: string, version = 1) => withTenant(caseworker, (tx) => mergeBreach(tx, caseworker, { id, version, otherId, now }));
const part = ({ caseworker }: Scene, foldedId: string) => withTenant(caseworker, (tx) => partBreach(tx, caseworker, { foldedId, now }));
const list = ({ caseworker }: Scene) => withTenant(caseworker, (tx) => listBreaches(tx, caseworker, { filter: { show: "all", source: null, query: "" }, sort: { key: "clock", direction: "ascending" }, skip: 0, take: 25, now }), { readOnly: true });
const lateOn = (agreementId: string) => rows<{ state: string; values: Record<string, unknown> }>("select state, values from finding where agreement_id = $1 and rule = 'BREACH-LATE' and supervision_id is null order by values->>'breach'", [agreementId]);
const trail = async (id: string) => (await rows<{ action: string }>("select action from audit_event where subject_id = $1 and subject_type = 'breach' order by id", [id])).map(({ action }) => action);

describe("a notice of what is in the register already", () => {
  it("is one breach once a person says so, with what both know; parted, each is as it was", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    await limit(scene, scene.agreementId, 24);
    const { press, notice } = await twice(scene);
    const before = [await look(scene, press), await look(scene, notice)];
    expect(before.map((one) => one?.others.map(({ id }) => id))).toEqual([[notice], [press]]);
    expect(await withTenant(scene.caseworker, (tx) => countBreaches(tx, scene.caseworker, now))).toMatchObject({ open: 2, undecided: 2 });

    // From either page, by two at once: it is done once, and the one the press told of counts.
    const both = await Promise.all([merge(scene, notice, press), merge(scene, press, notice)]);
    expect(both.map((done) => (done.ok ? done.mainId : done.reason)).sort()).toEqual([press, "conflict"].sort());
    const one = await look(scene, press);
    expect(one).toMatchObject({
      title: "Omtalt i avisen", byNotice: true, notifiedAt: "2026-05-03T12:00:00.000Z", awareAt: "2026-05-02T06:00:00.000Z", folded: [{ id: notice }], sameAs: null,
      known: [{ nature: "Avisen skriver om lønsedler" }], clocks: { processor: { state: "late", from: "2026-05-01T08:00:00.000Z" }, authority: { from: "2026-05-02T06:00:00.000Z" } },
    });
    expect(one?.notices).toHaveLength(1);
    expect(await look(scene, notice)).toMatchObject({ sameAs: { id: press }, may: false, mayPart: true });
    expect((await list(scene)).rows.map(({ id }) => id)).toEqual([press]);
    expect(await withTenant(scene.caseworker, (tx) => countBreaches(tx, scene.caseworker, now))).toMatchObject({ open: 1, undecided: 1, unassigned: 0 });
    expect((await withTenant(scene.caseworker, (tx) => openClocks(tx, scene.caseworker, now))).total).toBe(1);
    expect((await lateOn(scene.agreementId)).filter(({ state }) => state === "open")).toMatchObject([{ values: { record: press, hours: 52 } }]);

    expect(await part(scene, notice)).toEqual({ ok: true });
    expect(await part(scene, notice)).toEqual({ ok: false, reason: "conflict" });
    const apart = [await look(scene, press), await look(scene, notice)];
    const unchanged = (given: typeof before) => given.map((view) => view && { ...view, version: 0 });
    expect(unchanged(apart)).toEqual(unchanged(before));
    expect((await lateOn(scene.agreementId)).filter(({ state }) => state === "open")).toMatchObject([{ values: { record: notice } }]);
    expect(await trail(press)).toEqual(["breach.registered", "breach.merged", "breach.parted"]);
    expect((await trail(notice)).slice(1)).toEqual(["breach.merged", "breach.parted"]);
  });

  it("brings later words to the breach it belongs to, and nothing is decided on it any more", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker, signatory } = scene;
    const { press, notice, breachId, told } = await twice(scene);
    await merge(scene, press, notice);
    await withTenant(signatory, async (tx) => {
      await changeBreach(tx, signatory, breachId, 1, { ...told, nature: "Tolv kuverter" });
      await notifyControllers(tx, signatory, { breachId, version: 2, controllerIds: [caseworker.organisationId], at: at("2026-05-04T12:00:00Z") });
    });
    const [job] = await rows<{ data: { organisationId: string; noticeId: string } }>("select j.data from pgboss.job j join breach_notice n on n.id::text = j.data->>'noticeId' where j.name = 'breach-notified' and n.breach_id = $1 and n.number = 2", [breachId]);
    expect(await takeInNotice(job!.data)).toBe(2);
    const mails = await rows<{ body: string }>("select body from outbox where organisation_id = $1 and kind = 'breach-updated'", [caseworker.organisationId]);
    for (const { body } of mails) expect(body).toContain(`/breaches/${press}`);
    expect(await look(scene, press)).toMatchObject({ content: { nature: "Tolv kuverter" }, notices: [{ number: 1 }, { number: 2, changed: ["nature"] }] });
    expect(await withTenant(caseworker, (tx) => decideAuthority(tx, caseworker, notice, { version: 3, decision: "not-required", notifiedAt: null, reason: "x" }))).toEqual({ ok: false, reason: "conflict" });
    expect(await withTenant(caseworker, (tx) => closeBreach(tx, caseworker, notice, { version: 3, at: now }))).toEqual({ ok: false, reason: "undecided" });
  });

  it("keeps the decision where one was made: then that record counts", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { press, notice } = await twice(scene);
    await withTenant(scene.caseworker, (tx) => decideAuthority(tx, scene.caseworker, notice, { version: 1, decision: "notified", notifiedAt: at("2026-05-04T10:00:00Z"), reason: "" }));
    expect(await merge(scene, press, notice)).toEqual({ ok: true, mainId: notice });
    // The time for telling the authority runs from when the controller first knew.
    expect((await look(scene, notice))?.clocks.authority).toMatchObject({ from: "2026-05-02T06:00:00.000Z", state: "kept" });
    // Said later on the one that counts, it would still run from the other.
    const version = (await look(scene, notice))?.version ?? 0;
    const later = { version, notes: "", awareAt: at("2026-05-03T10:00:00Z"), awareReason: "En anden sag" };
    expect(await withTenant(scene.caseworker, (tx) => writeAdditions(tx, scene.caseworker, notice, later))).toEqual({ ok: false, reason: "aware-elsewhere" });
  });

  it("is the controller's own to say, for records of the same processor, and not for readers", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { press, notice } = await twice(scene);
    const elsewhere = await newSupervision(database.ownerUrl, { concept: 3 });
    const theirs = await twice(elsewhere);
    expect(await merge(scene, press, theirs.notice)).toEqual({ ok: false, reason: "not-found" });
    expect(await merge(scene, press, press)).toEqual({ ok: false, reason: "not-one" });
    expect(await merge(scene, press, notice, 9)).toEqual({ ok: false, reason: "conflict" });
    const stranger = await newScope(database.ownerUrl);
    expect(await withTenant(stranger, (tx) => partBreach(tx, stranger, { foldedId: notice, now }))).toEqual({ ok: false, reason: "not-found" });
    await expect(withTenant(scene.caseworker, (tx) => mergeBreach(tx, { ...scene.caseworker, roles: ["reader"] }, { id: press, version: 1, otherId: notice, now }))).rejects.toMatchObject({ status: 403 });
  });
});

describe("the reconciliation", () => {
  const begin = async (scene: Scene, breaches: object[]) => {
    await handIn(scene, breaches.length > 0 ? { breaches: "yes", breach_list: breaches } : {});
    await withTenant(scene.caseworker, (tx) => startAssessment(tx, scene.caseworker, { supervisionId: scene.supervisionId, reservationText: "?" }));
  };
  const open = async ({ caseworker, supervisionId }: Scene) => (await withTenant(caseworker, (tx) => loadCase(tx, supervisionId), { readOnly: true }))!.findings.filter(({ state }) => state === "open").map(({ rule }) => rule).sort();
  const match = ({ caseworker, supervisionId }: Scene, recordId: string) => withTenant(caseworker, (tx) => matchBreach(tx, caseworker, { supervisionId, ref: "2026-05-01 (1)", recordId, now }));

  it("counts the breach once, both ways, whenever it is said", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    await limit(scene, scene.agreementId, 24);
    const { press, notice } = await twice(scene);
    await begin(scene, [disclosed]);
    // Matched with what the press told of, the notice stands over: said to be missing, and left out of the answer.
    expect(await match(scene, press)).toEqual({ ok: true });
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED", "NOTIFIED-LATE", "NOTIFIED-NOT-DISCLOSED"]);
    expect(await merge(scene, press, notice, 2)).toMatchObject({ ok: true });
    expect(await open(scene)).toEqual(["NOTIFIED-LATE"]);
    expect(await part(scene, notice)).toEqual({ ok: true });
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED", "NOTIFIED-LATE", "NOTIFIED-NOT-DISCLOSED"]);
  });

  it("takes the match of the record that is folded with it, and lets go of it again", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { press, notice } = await twice(scene);
    await begin(scene, [disclosed]);
    expect(await match(scene, notice)).toEqual({ ok: true });
    expect(await open(scene)).toEqual([]);
    expect(await merge(scene, press, notice)).toMatchObject({ ok: true, mainId: press });
    expect(await open(scene)).toEqual([]);
    expect(await match(scene, notice)).toEqual({ ok: false, reason: "breach-gone" });
    expect(await withTenant(scene.caseworker, (tx) => unmatchBreach(tx, scene.caseworker, { supervisionId: scene.supervisionId, recordId: press }))).toEqual({ ok: true });
    expect(await open(scene)).toEqual(["DISCLOSED-NOT-NOTIFIED", "NOTIFIED-NOT-DISCLOSED"]);
  });

  it("refuses to make one of what was matched with two", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { press, notice } = await twice(scene);
    await begin(scene, [disclosed, { ...disclosed, discovered_on: "2026-05-02" }]);
    await match(scene, press);
    await withTenant(scene.caseworker, (tx) => matchBreach(tx, scene.caseworker, { supervisionId: scene.supervisionId, ref: "2026-05-02 (2)", recordId: notice, now }));
    expect(await merge(scene, press, notice, 2)).toEqual({ ok: false, reason: "both-matched" });
  });

  it("stands for each agreement by itself where a breach falls under several", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const other = await newAgreement(scene.caseworker, { processorId: await registerOf(scene) });
    const { press } = await twice(scene, { agreements: [scene.agreementId, other] });
    await begin(scene, [disclosed]);
    expect(await match(scene, press)).toEqual({ ok: true });
    const ties = await rows<{ agreement_id: string; supervision_id: string | null }>("select agreement_id, supervision_id from breach_record_agreement where record_id = $1", [press]);
    expect(ties.map(({ agreement_id, supervision_id }) => [agreement_id, supervision_id]).sort()).toEqual([[scene.agreementId, scene.supervisionId], [other, null]].sort());
    // What is matched stays under its agreement; the other may go.
    const assign = (agreementIds: string[], version: number) => withTenant(scene.caseworker, (tx) => assignAgreements(tx, scene.caseworker, { id: press, version, agreementIds, now }));
    expect(await assign([other], 2)).toEqual({ ok: false, reason: "matched" });
    expect(await assign([scene.agreementId], 2)).toEqual({ ok: true });
    expect((await look(scene, press))?.agreements.map(({ id }) => id)).toEqual([scene.agreementId]);
  });
});

describe("several agreements", () => {
  it("hold a breach each against its own limit", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker } = scene;
    const other = await newAgreement(caseworker, { processorId: await registerOf(scene) });
    await limit(scene, scene.agreementId, 24);
    await limit(scene, other, 72);
    const aware = at("2026-05-01T08:00:00Z");
    const registerId = await registerOf(scene);
    const done = await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...words, title: "Fælles drift", source: "press", registerId, agreementIds: [scene.agreementId, other], awareAt: aware, processorAwareAt: aware, notifiedAt: null }, aware));
    const id = done.ok ? done.id : "";
    await noteLateNotices(at("2026-05-03T08:00:00Z"));
    expect([await lateOn(scene.agreementId), await lateOn(other)].map((found) => found.map(({ values }) => values.limit))).toEqual([[24], []]);
    await noteLateNotices(at("2026-05-04T08:00:01Z"));
    expect([await lateOn(scene.agreementId), await lateOn(other)].map((found) => found.map(({ values }) => values.limit))).toEqual([[24], [72]]);
    expect((await look(scene, id))?.clocks).toMatchObject({ limit: { value: 24 }, besides: [{ source: "GDPR art. 33(2)" }, { value: 72 }] });
    expect((await list(scene)).rows.find((row) => row.id === id)?.agreements).toHaveLength(2);
    await withTenant(caseworker, (tx) => assignAgreements(tx, caseworker, { id, version: 1, agreementIds: [other], now }));
    expect((await lateOn(scene.agreementId)).map(({ state }) => state)).toEqual(["closed-not-a-gap"]);
    await withTenant(caseworker, (tx) => assignAgreements(tx, caseworker, { id, version: 2, agreementIds: [other, scene.agreementId], now }));
    expect((await lateOn(scene.agreementId)).map(({ state }) => state)).toEqual(["open"]);
  });
});
