import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newProcessor, newScope, newTenant } from "#tests/support/factories.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";
import { changeBreach } from "./change-breach.server.ts";
import { listOwnBreaches } from "./list-own-breaches.server.ts";
import { loadOwnBreach } from "./load-own-breach.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import type { OwnBreachFields } from "./own-breach-form.ts";
import { ownBreaches } from "./own-breaches.server.ts";
import { registerBreach } from "./register-breach.server.ts";
import { takeInNotice } from "./take-in-notice.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const at = new Date("2026-11-22T10:00:00Z");
const fields: OwnBreachFields = {
  title: "Fejlsendte lønsedler", nature: "Sendt til forkert modtager", categories: "", personCount: 5, recordCount: null, consequences: "", measures: "", possibleOnly: false,
  atSubprocessor: "", occurredAt: null, awareAt: new Date("2026-11-22T08:00:00Z"), dealtWithAt: null,
};
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const registered = (scope: Scope, given: Partial<OwnBreachFields> = {}) => withTenant(scope, async (tx) => (await registerBreach(tx, scope, { ...fields, ...given }, at)).id);
const notify = (scope: Scope, breachId: string, controllerIds: string[], version = 1) => withTenant(scope, (tx) => notifyControllers(tx, scope, { breachId, version, controllerIds, at }));
const records = (controllerId: string) => rows<Record<string, unknown>>("select r.*, t.agreement_id from breach_record r left join breach_record_agreement t on t.record_id = r.id and t.removed_at is null where r.controller_id = $1", [controllerId]);
const notices = (breachId: string) => rows<{ controller_id: string; number: number; content: { nature: string } }>("select controller_id, number, content from breach_notice where breach_id = $1 order by sent_at, number", [breachId]);
const trail = async (organisationId: string) => (await rows<{ action: string }>("select action from audit_event where organisation_id = $1 and subject_type = 'breach' order by id", [organisationId])).map(({ action }) => action);

/** A processor with two controllers that have each sent it a request. */
async function scene() {
  const processor = await newTenant(database.ownerUrl, { sides: ["processor"] });
  const [one, other] = [await newSupervision(database.ownerUrl, { concept: 3, processor }), await newSupervision(database.ownerUrl, { concept: 2, processor })];
  return { processor, one, other, signatory: one.signatory, colleague: other.signatory };
}

describe("whom a processor may notify", () => {
  it("is who has it in the register and has sent it a request, and nobody else", async () => {
    const { signatory, processor, one, other } = await scene();
    const unsent = await newScope(database.ownerUrl, ["caseworker"]);
    await newProcessor(unsent, { name: signatory.organisationName, cvr: processor.cvr, organisation: signatory.organisationId });
    const found = await withTenant(signatory, (tx) => ownBreaches(tx, signatory).controllers());
    expect(found.map(({ id }) => id).sort()).toEqual([one.caseworker.organisationId, other.caseworker.organisationId].sort());
    const id = await registered(signatory);
    expect(await notify(signatory, id, [unsent.organisationId])).toEqual({ ok: false, reason: "not-yours" });
    expect(await notify(signatory, id, [])).toEqual({ ok: false, reason: "nobody" });
    expect(await notices(id)).toEqual([]);
  });

  it("the database refuses a notice to anybody else, whoever writes it", async () => {
    const { signatory } = await scene();
    const stranger = await newTenant(database.ownerUrl);
    const id = await registered(signatory);
    const past = withTenant(signatory, (tx) => tx.breachNotice.create({ data: { breachId: id, processorId: signatory.organisationId, controllerId: stranger.id, processorName: "x", number: 1, content: {}, sentByName: "x" } }));
    await expect(past).rejects.toThrow(/nothing to do with/);
    expect(await records(stranger.id)).toEqual([]);
  });

  it("is for respondents and signatories", async () => {
    const { signatory, one } = await scene();
    const id = await registered(signatory);
    const reader = { ...signatory, roles: ["reader" as const] };
    await expect(notify(reader, id, [one.caseworker.organisationId])).rejects.toMatchObject({ status: 403 });
    await expect(registered(reader)).rejects.toMatchObject({ status: 403 });
  });
});

describe("notifying", () => {
  it("puts a record in each controller's register at once, with its only agreement, and stands in both trails", async () => {
    const { signatory, one, other } = await scene();
    const [a, b] = [one.caseworker.organisationId, other.caseworker.organisationId];
    await newAgreement(other.caseworker, { processorId: String((await rows<{ id: string }>("select id from processor where controller_id = $1", [b]))[0]?.id) });
    const id = await registered(signatory);
    expect(await records(a)).toEqual([]);
    expect(await notify(signatory, id, [a, b])).toEqual({ ok: true, told: 2, already: false });
    expect(await records(a)).toMatchObject([{ breach_id: id, agreement_id: one.agreementId, source: "notified", title: fields.title, person_count: 5, aware_at: at, notified_at: at, processor_aware_at: fields.awareAt }]);
    expect(await records(b)).toMatchObject([{ breach_id: id, agreement_id: null }]);
    expect(await trail(signatory.organisationId)).toEqual(["breach.registered", "breach.notified", "breach.notified"]);
    expect(await trail(a)).toEqual(["breach.notified"]);
  });

  it("changes nothing on a second click or by a second person", async () => {
    const { signatory, colleague, one } = await scene();
    const a = one.caseworker.organisationId;
    const id = await registered(signatory);
    const both = await Promise.all([notify(signatory, id, [a]), notify(colleague, id, [a])]);
    expect(both.map((done) => done.ok && done.told).sort()).toEqual([0, 1]);
    expect(await notices(id)).toHaveLength(1);
    expect(await records(a)).toHaveLength(1);
  });

  it("tells a later word as a new notice, and leaves the first as it was", async () => {
    const { signatory, one } = await scene();
    const a = one.caseworker.organisationId;
    const id = await registered(signatory);
    await notify(signatory, id, [a]);
    const more = { ...fields, nature: "Tolv kuverter", awareAt: new Date("2026-11-22T09:00:00Z") };
    expect(await withTenant(signatory, (tx) => changeBreach(tx, signatory, id, 1, more))).toEqual({ ok: true, changed: true });
    expect(await withTenant(signatory, (tx) => changeBreach(tx, signatory, id, 1, { ...more, title: "Andet" }))).toEqual({ ok: false, reason: "conflict" });
    expect((await withTenant(signatory, (tx) => loadOwnBreach(tx, signatory, id)))?.controllers.find((found) => found.id === a)).toMatchObject({ number: 1, behind: true });
    expect(await notify(signatory, id, [a], 1)).toEqual({ ok: false, reason: "conflict" });
    expect(await notify(signatory, id, [a], 2)).toMatchObject({ told: 1 });
    expect((await notices(id)).map(({ number, content }) => [number, content.nature])).toEqual([[1, fields.nature], [2, "Tolv kuverter"]]);
    // The clock keeps running from the earliest awareness told of.
    expect(await records(a)).toMatchObject([{ nature: "Tolv kuverter", processor_aware_at: fields.awareAt, version: 2 }]);
  });

  it("calls caseworkers and DPOs in, once each", async () => {
    const { signatory, one } = await scene();
    const a = one.caseworker.organisationId;
    const id = await registered(signatory);
    await notify(signatory, id, [a]);
    const [notice] = await rows<{ id: string }>("select id from breach_notice where breach_id = $1", [id]);
    const [job] = await rows<{ data: { noticeId: string; organisationId: string } }>("select data from pgboss.job where name = 'breach-notified' and data->>'noticeId' = $1", [notice?.id]);
    expect(job?.data.organisationId).toBe(a);
    expect(await takeInNotice(job!.data)).toBe(2);
    expect(await takeInNotice(job!.data)).toBe(0);
    const mails = await rows<{ to_email: string; body: string }>("select to_email, body from outbox where organisation_id = $1 and kind = 'breach-notified'", [a]);
    expect(mails.map(({ to_email }) => to_email).sort()).toEqual([one.caseworker, one.dpo].map(({ personId }) => `${personId}@example.dk`).sort());
    expect(mails[0]?.body).toContain("25. nov. 2026 kl. 11.00");
    expect(mails[0]?.body).not.toContain(fields.title);
  });
});

describe("what others see", () => {
  it("is nothing: not another processor, not a controller that was not told", async () => {
    const { signatory, one, other } = await scene();
    const id = await registered(signatory);
    await notify(signatory, id, [one.caseworker.organisationId]);
    const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
    expect(await withTenant(stranger, (tx) => loadOwnBreach(tx, stranger, id))).toBeNull();
    expect((await withTenant(stranger, (tx) => listOwnBreaches(tx, stranger, "", { skip: 0, take: 9 }))).rows).toEqual([]);
    expect(await notify(stranger, id, [one.caseworker.organisationId])).toEqual({ ok: false, reason: "not-found" });
    for (const scope of [other.caseworker, one.caseworker]) expect(await withTenant(scope, (tx) => tx.breach.count())).toBe(0);
    expect(await withTenant(other.caseworker, (tx) => tx.breachNotice.count())).toBe(0);
    expect(await withTenant(other.caseworker, (tx) => tx.breachRecord.count())).toBe(0);
    expect(await withTenant(one.caseworker, (tx) => tx.breachNotice.count())).toBe(1);
  });
});
