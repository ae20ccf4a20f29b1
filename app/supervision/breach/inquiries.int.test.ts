import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newProcessor, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { askProcessor } from "./ask-processor.server.ts";
import { loadBreach } from "./load-breach.server.ts";
import { noteAnswer } from "./note-answer.server.ts";
import { noteLateNotices } from "./note-late-notices.server.ts";
import { registerRecord } from "./register-record.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const now = new Date("2026-11-20T10:00:00Z");
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);

async function scene(email = "kim@drift.example") {
  const scope = await newScope(database.ownerUrl, ["caseworker"]);
  const registerId = await newProcessor(scope);
  await rows("update processor set contact_email = $2, contact_name = 'Kim Berg' where id = $1", [registerId, email]);
  const agreementId = await newScoredAgreement(scope, { processorId: registerId });
  await rows("insert into agreement_limit (controller_id, agreement_id, kind, value, unit, runs_from, source) values ($1, $2, 'breach-notice', 24, 'hours', 'awareness', '003 ABS-13')", [scope.organisationId, agreementId]);
  const done = await withTenant(scope, (tx) => registerRecord(tx, scope, {
    title: "Omtalt i avisen\nBcc: x@y.example", source: "press", registerId, agreementIds: [agreementId], nature: "Hemmeligt", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false,
    awareAt: now, occurredAt: null, processorAwareAt: null, notifiedAt: null,
  }, now));
  return { scope, agreementId, id: done.ok ? done.id : "" };
}
const ask = (scope: Scope, id: string, version: number, at = now) => withTenant(scope, (tx) => askProcessor(tx, scope, id, { version, language: "da", askerEmail: "mette@kommune.example", now: at }));
const look = (scope: Scope, id: string) => withTenant(scope, (tx) => loadBreach(tx, scope, id, after(1)), { readOnly: true });

it("asks the contact by mail once, keeps what was sent word by word, and the processor knows from then on", async () => {
  const { scope, agreementId, id } = await scene();
  expect((await look(scope, id))?.clocks.processor).toBeNull();
  const both = await Promise.all([ask(scope, id, 1, after(1)), ask(scope, id, 1, after(1))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const mails = await rows<{ to_email: string; body: string; subject: string }>("select to_email, subject, body from outbox where organisation_id = $1 and kind = 'breach-asked'", [scope.organisationId]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to_email: "kim@drift.example" });
  expect(mails[0]?.body).toContain("Omtalt i avisen Bcc: x@y.example.");
  expect(mails[0]?.body).toContain("på mette@kommune.example");
  expect(mails[0]?.body).not.toContain("Hemmeligt");
  const seen = await look(scope, id);
  expect(seen).toMatchObject({ inquiries: [{ to: "Kim Berg (kim@drift.example)", body: mails[0]?.body, mail: { state: "waiting" }, answeredAt: null }], clocks: { fromAsking: true, processor: { from: after(1).toISOString(), state: "running" } } });
  await noteLateNotices(new Date(after(25).getTime() + 1));
  expect(await rows("select values->>'part' as part from finding where agreement_id = $1 and rule = 'BREACH-LATE'", [agreementId])).toEqual([{ part: "unnotified" }]);
  expect(await ask(scope, id, 2, after(30))).toEqual({ ok: true });
  expect((await look(scope, id))?.inquiries).toHaveLength(2);
});

it("keeps the answer beside it, once; what was sent cannot be changed", async () => {
  const { scope, id } = await scene();
  await ask(scope, id, 1);
  const inquiryId = String((await look(scope, id))?.inquiries[0]?.id);
  const answer = (text: string, by = scope) => withTenant(by, (tx) => noteAnswer(tx, by, id, { inquiryId, answer: text, answeredAt: after(2) }));
  const stranger = await newScope(database.ownerUrl, ["caseworker"]);
  expect(await answer("x", stranger)).toEqual({ ok: false, reason: "not-found" });
  expect(await answer("Tolv kuverter")).toEqual({ ok: true });
  expect(await answer("Andet")).toEqual({ ok: false, reason: "answered" });
  expect((await look(scope, id))?.inquiries).toMatchObject([{ answer: "Tolv kuverter", answeredAt: after(2).toISOString() }]);
  await expect(withTenant(scope, (tx) => tx.breachInquiry.updateMany({ where: { id: inquiryId }, data: { body: "Andet" } }))).rejects.toThrow(/permission denied/);
  await expect(withTenant(scope, (tx) => tx.breachInquiry.updateMany({ where: { id: inquiryId }, data: { answer: "Ingen" } }))).rejects.toThrow(/never changed/);
  expect(await rows("select detail from audit_event where subject_id = $1 and action = 'breach.answered'", [id])).toEqual([{ detail: { title: "Omtalt i avisen\nBcc: x@y.example", number: 1, inquiry: inquiryId, answeredAt: after(2).toISOString() } }]);
  expect((await rows<{ action: string }>("select action from audit_event where subject_id = $1 order by id", [id])).map(({ action }) => action)).toEqual(["breach.registered", "breach.asked", "breach.answered"]);
});

it("needs an address, and a role", async () => {
  const { scope, id } = await scene("");
  expect(await ask(scope, id, 1)).toEqual({ ok: false, reason: "no-address" });
  await expect(ask({ ...scope, roles: ["reader"] }, id, 1)).rejects.toMatchObject({ status: 403 });
});
