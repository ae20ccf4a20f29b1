import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreements } from "#app/agreement/agreements.server.ts";
import { linkProcessor } from "#app/agreement/link-processor.server.ts";
import { presentFields } from "#app/agreement/present.ts";
import { updateAgreement } from "#app/agreement/update-agreement.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newProcessor, newScope, newScoredAgreement, newTenant } from "#tests/support/factories.ts";
import { newDraft, newSupervision, sceneTime } from "#tests/support/supervision-scene.ts";
import { changeDueDate } from "./change-due-date.server.ts";
import { findDraft } from "./find-draft.server.ts";
import { findSupervision } from "./find-supervision.server.ts";
import { listInbox } from "./list-inbox.server.ts";
import { listSupervisions } from "./list-supervisions.server.ts";
import type { OpenedFrom } from "./open-supervision.server.ts";
import { openSupervision } from "./open-supervision.server.ts";
import { remindProcessor } from "./remind-processor.server.ts";
import { saveRequest } from "./save-request.server.ts";
import { sendRequest } from "./send-request.server.ts";
import { withdrawSupervision } from "./withdraw-supervision.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const today = "2026-11-22";
const fields = { recipientName: "Anne Drift", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: "2026-12-22", language: "da" as const };
const rows = <Row>(sql: string, values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const trail = async (organisationId: string, supervisionId: string) =>
  (await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and supervision_id = $2 order by id", [organisationId, supervisionId])).map(({ action }) => action);
const mails = async (supervisionId: string) => (await rows<{ kind: string }>("select kind from outbox where supervision_id = $1 order by created_at", [supervisionId])).map(({ kind }) => kind);
const open = (scope: Scope, agreementId: string, concept: number, concernId: string | null = null) =>
  withTenant(scope, (tx) => openSupervision(tx, scope, { agreementId, concept, concernId, email: "mette@example.dk", language: "da", today }));
const send = (scope: Scope, supervisionId: string) => withTenant(scope, (tx) => sendRequest(tx, scope, { ...fields, supervisionId, email: "mette@example.dk", at: sceneTime }));
const hub = (scope: Scope, supervisionId: string) => withTenant(scope, (tx) => findSupervision(tx, scope, supervisionId, today), { readOnly: true });
const inbox = async (scope: Scope) => (await withTenant(scope, (tx) => listInbox(tx, scope, { query: "", skip: 0, take: 20 }), { readOnly: true })).waiting.map(({ id }) => id);

describe("opening", () => {
  it("makes one draft however often it is asked for, unseen by the processor", async () => {
    const { caseworker, agreementId, signatory, supervisionId } = await newDraft(database.ownerUrl, { concept: 3 });
    const both = await Promise.all([open(caseworker, agreementId, 3), open(caseworker, agreementId, 3)]);
    expect(both).toEqual([{ ok: true, supervisionId, existed: true }, { ok: true, supervisionId, existed: true }]);
    expect(await hub(caseworker, supervisionId)).toMatchObject({ state: "draft", dueOn: "2026-12-22", caseFile: { points: 1 } });
    expect(await inbox(signatory)).toEqual([]);
    expect(await trail(caseworker.organisationId, supervisionId)).toEqual(["supervision.opened"]);
  });

  it("refuses without a score, without a concept and below the band", async () => {
    const caseworker = await newScope(database.ownerUrl, ["caseworker"]);
    const agreementId = await newScoredAgreement(caseworker);
    expect(await open(caseworker, agreementId, 3)).toEqual({ ok: false, reason: "no-concept" });
    const { caseworker: other, agreementId: seven } = await newDraft(database.ownerUrl, { concept: 5, points: 7 });
    expect(await open(other, seven, 4)).toEqual({ ok: false, reason: "below-band" });
    expect(await open(other, agreementId, 3)).toEqual({ ok: false, reason: "not-found" });
  });

  it("refuses a plan line of another agreement, and a questionnaire that is not the organisation's own", async () => {
    const { caseworker, agreementId, supervisionId } = await newDraft(database.ownerUrl, { concept: 6 });
    await withTenant(caseworker, (tx) => withdrawSupervision(tx, caseworker, { supervisionId, reason: "Prøve", at: sceneTime }));
    const from = (given: OpenedFrom) => withTenant(caseworker, (tx) => openSupervision(tx, caseworker, { agreementId, concept: 6, concernId: null, email: "mette@example.dk", language: "da", today, ...given }));
    const nobodys = "00000000-0000-4000-8000-000000000000";
    expect(await from({ planLineId: nobodys })).toEqual({ ok: false, reason: "not-found" });
    expect(await from({ ownVersionId: nobodys })).toEqual({ ok: false, reason: "not-found" });
    expect(await from({})).toMatchObject({ ok: true });
  });

  it("is for caseworkers and the DPO", async () => {
    const { caseworker, agreementId } = await newDraft(database.ownerUrl, { concept: 2 });
    await expect(open({ ...caseworker, roles: ["reader"] }, agreementId, 2)).rejects.toMatchObject({ status: 403 });
  });
});

describe("sending", () => {
  it("freezes the request, opens it in the processor's tenant and calls in once, however often it is clicked", async () => {
    const { caseworker, signatory, supervisionId } = await newDraft(database.ownerUrl, { concept: 3 });
    expect(await withTenant(caseworker, (tx) => saveRequest(tx, caseworker, supervisionId, { ...fields, message: "Kladde" }, 1))).toEqual({ ok: true });
    const both = await Promise.all([send(caseworker, supervisionId), send(caseworker, supervisionId)]);
    expect(both.map((result) => result.ok && result.already).sort()).toEqual([false, true]);
    expect(await hub(caseworker, supervisionId)).toMatchObject({ state: "sent", processorId: signatory.organisationId, dueOn: "2026-12-22" });
    expect(await inbox(signatory)).toEqual([supervisionId]);
    expect(await mails(supervisionId)).toEqual(["request-sent"]);
    expect(await trail(caseworker.organisationId, supervisionId)).toEqual(["supervision.opened", "request.drafted", "request.sent"]);
    expect(await trail(signatory.organisationId, supervisionId)).toEqual(["request.sent"]);
    expect(await withTenant(caseworker, (tx) => saveRequest(tx, caseworker, supervisionId, fields, 2))).toEqual({ ok: false, reason: "not-draft" });
    await expect(rows("update request set message = 'x' where supervision_id = $1", [supervisionId])).rejects.toThrow("frozen");
  });

  it("of two who write in the same draft the second is told, and nobody sends words or questions nobody saw", async () => {
    const { caseworker, agreementId, supervisionId } = await newDraft(database.ownerUrl, { concept: 3 });
    const seen = async () => (await withTenant(caseworker, (tx) => findDraft(tx, caseworker, supervisionId, today), { readOnly: true }))?.seen ?? { version: 0, hash: "" };
    const first = await seen();
    const save = (message: string) => withTenant(caseworker, (tx) => saveRequest(tx, caseworker, supervisionId, { ...fields, message }, first.version));
    const both = await Promise.all([save("Den ene"), save("Den anden")]);
    expect(both.map((one) => (one.ok ? "saved" : one.reason)).sort()).toEqual(["conflict", "saved"]);
    const sendSeen = (what: { version: number; hash: string }) => withTenant(caseworker, (tx) => sendRequest(tx, caseworker, { ...fields, supervisionId, email: "mette@example.dk", at: sceneTime, seen: what }));
    expect(await sendSeen(first)).toEqual({ ok: false, reason: "conflict" });
    const second = await seen();
    await rows("insert into special_requirement (controller_id, agreement_id, position, text_da) values ($1, $2, 1, 'Et nyt krav')", [caseworker.organisationId, agreementId]);
    expect(await sendSeen(second)).toEqual({ ok: false, reason: "other-questions" });
    expect(await sendSeen(await seen())).toEqual({ ok: true, already: false });
  });

  it("invites a processor that is not here yet, and is another tenant's nothing", async () => {
    const caseworker = await newScope(database.ownerUrl, ["caseworker"]);
    const processorId = await newProcessor(caseworker);
    const { supervisionId } = await newDraft(database.ownerUrl, { concept: 2, as: { caseworker, processorId } });
    expect(await send(caseworker, supervisionId)).toEqual({ ok: true, already: false });
    expect(await mails(supervisionId)).toEqual(["invitation-processor"]);
    expect(await withTenant(caseworker, (tx) => remindProcessor(tx, caseworker, { supervisionId, at: sceneTime }))).toEqual({ ok: true, by: "invitation" });
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    expect(await hub(stranger, supervisionId)).toBeNull();
    expect(await send(stranger, supervisionId)).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(stranger, (tx) => withdrawSupervision(tx, stranger, { supervisionId, reason: "x", at: sceneTime }))).toEqual({ ok: false, reason: "not-found" });
  });
});

it("a draft is nothing to its processor: not even that it was withdrawn, and why", async () => {
  const caseworker = await newScope(database.ownerUrl, ["caseworker"]);
  const there = await newTenant(database.ownerUrl, { sides: ["processor"] });
  const processorId = await newProcessor(caseworker, { name: there.name, cvr: there.cvr, organisation: "none" });
  const { supervisionId } = await newDraft(database.ownerUrl, { concept: 2, as: { caseworker, processorId } });
  expect(await withTenant(caseworker, (tx) => linkProcessor(tx, caseworker, processorId, there.id))).toEqual({ ok: true });
  expect(await withTenant(caseworker, (tx) => withdrawSupervision(tx, caseworker, { supervisionId, reason: "Vi opsiger dem", at: sceneTime }))).toEqual({ ok: true });
  expect(await trail(caseworker.organisationId, supervisionId)).toEqual(["supervision.opened", "supervision.withdrawn"]);
  expect(await trail(there.id, supervisionId)).toEqual([]);
});

it("an agreement keeps the processor that was asked under it: no other comes to see the request", async () => {
  const { caseworker, agreementId, supervisionId } = await newDraft(database.ownerUrl, { concept: 2 });
  const [second, third] = [await newProcessor(caseworker), await newProcessor(caseworker)];
  const give = (processorId: string) => withTenant(caseworker, async (tx) => {
    const row = await agreements(tx, caseworker).find(agreementId);
    if (!row) throw new Error("no such agreement");
    return updateAgreement(tx, caseworker, agreementId, row.version, { ...presentFields(row), processorId }, sceneTime);
  });
  expect(await give(second)).toEqual({ ok: true });
  expect(await send(caseworker, supervisionId)).toEqual({ ok: true, already: false });
  expect(await give(third)).toEqual({ ok: false, reason: "processor-fixed" });
  expect(await give(second)).toEqual({ ok: true });
});

describe("while the processor has it", () => {
  it("takes another due date with a reason, in both trails", async () => {
    const { caseworker, signatory, supervisionId } = await newSupervision(database.ownerUrl, { concept: 2 });
    const change = (dueOn: string, reason: string) => withTenant(caseworker, (tx) => changeDueDate(tx, caseworker, { supervisionId, dueOn, reason, at: sceneTime }));
    expect(await change(today, "Sygdom")).toEqual({ ok: false, reason: "due-date" });
    expect(await change("2027-01-15", " ")).toEqual({ ok: false, reason: "needs-reason" });
    expect(await change("2027-01-15", "Sygdom")).toEqual({ ok: true });
    expect(await hub(caseworker, supervisionId)).toMatchObject({ dueOn: "2027-01-15" });
    expect((await trail(caseworker.organisationId, supervisionId)).at(-1)).toBe("request.due-changed");
    expect(await trail(signatory.organisationId, supervisionId)).toEqual(["request.sent", "request.due-changed"]);
    expect(await mails(supervisionId)).toEqual(["request-sent", "due-changed"]);
  });

  it("is reminded at most once a minute, withdrawn once with a reason, and then no more", async () => {
    const { caseworker, signatory, supervisionId } = await newSupervision(database.ownerUrl, { concept: 2 });
    const remind = () => withTenant(caseworker, (tx) => remindProcessor(tx, caseworker, { supervisionId, at: sceneTime }));
    expect(await remind()).toEqual({ ok: true, by: "mail" });
    await remind();
    expect(await mails(supervisionId)).toEqual(["request-sent", "reminder-before"]);
    expect((await trail(caseworker.organisationId, supervisionId)).filter((action) => action === "request.reminded")).toHaveLength(1);
    const readdress = (email: string) => withTenant(caseworker, (tx) => remindProcessor(tx, caseworker, { supervisionId, at: sceneTime, to: { name: "Bo Kode", email } }));
    expect(await readdress("no address")).toEqual({ ok: false, reason: "no-email" });
    expect(await readdress("bo@drift.example")).toEqual({ ok: true, by: "mail" });
    expect(await hub(caseworker, supervisionId)).toMatchObject({ request: { recipientName: "Bo Kode", recipientEmail: "bo@drift.example" } });
    const withdraw = (reason: string) => withTenant(caseworker, (tx) => withdrawSupervision(tx, caseworker, { supervisionId, reason, at: sceneTime }));
    expect(await withdraw("")).toEqual({ ok: false, reason: "needs-reason" });
    expect(await withdraw("Aftalen er opsagt")).toEqual({ ok: true });
    expect(await withdraw("igen")).toEqual({ ok: true });
    expect(await hub(caseworker, supervisionId)).toMatchObject({ state: "withdrawn", withdrawReason: "Aftalen er opsagt" });
    expect(await remind()).toEqual({ ok: false, reason: "not-waiting" });
    expect(await inbox(signatory)).toEqual([]);
    expect((await mails(supervisionId)).at(-1)).toBe("request-withdrawn");
    expect((await trail(signatory.organisationId, supervisionId)).filter((action) => action === "supervision.withdrawn")).toHaveLength(1);
  });
});

it("lists by state, lateness, concept and text, a page at a time", async () => {
  const first = await newSupervision(database.ownerUrl, { concept: 2, agreement: { title: "Lønsystem" } });
  const controller = { id: first.caseworker.organisationId, name: first.caseworker.organisationName };
  const second = await newSupervision(database.ownerUrl, { concept: 3, agreement: { title: "Arkiv" }, controller });
  const list = async (filter: { show?: "open" | "overdue" | "all" | "sent"; concept?: number | null; query?: string }, day = today, take = 25) => {
    const found = await withTenant(first.caseworker, (tx) => listSupervisions(tx, first.caseworker, {
      filter: { show: "open", concept: null, query: "", ...filter }, sort: { key: "title", direction: "ascending" }, skip: 0, take, today: day,
    }), { readOnly: true });
    return { ids: found.rows.map(({ id }) => id), total: found.total };
  };
  const [a, b] = [second.supervisionId, first.supervisionId];
  expect(await list({})).toEqual({ ids: [a, b], total: 2 });
  expect(await list({}, today, 1)).toEqual({ ids: [a], total: 2 });
  expect(await list({ concept: 2 })).toEqual({ ids: [b], total: 1 });
  expect(await list({ query: "lønsys" })).toEqual({ ids: [b], total: 1 });
  expect(await list({ show: "overdue" })).toEqual({ ids: [], total: 0 });
  expect(await list({ show: "overdue" }, "2027-06-01")).toEqual({ ids: [a, b], total: 2 });
});
