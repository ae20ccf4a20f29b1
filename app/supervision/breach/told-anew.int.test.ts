import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";
import { changeBreach } from "./change-breach.server.ts";
import { closeBreach } from "./close-breach.server.ts";
import { decideAuthority } from "./decide-authority.server.ts";
import { decidePersons } from "./decide-persons.server.ts";
import { listBreaches } from "./list-breaches.server.ts";
import { loadBreach } from "./load-breach.server.ts";
import { mergeBreach } from "./merge-breach.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import { registerBreach } from "./register-breach.server.ts";
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

const at = (iso: string) => new Date(iso);
const now = at("2026-11-22T10:00:00Z");
const rows = <Row>(sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
const words = { nature: "", categories: "", personCount: null, recordCount: null, consequences: "", measures: "", possibleOnly: false, occurredAt: null };

it("opens a closed breach again when something new is told of it, by itself or where it counts elsewhere, and says so until it is closed anew", async () => {
  for (const merged of [false, true]) {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker, signatory } = scene;
    const [register] = await rows<{ id: string }>("select processor_id as id from agreement where id = $1", [scene.agreementId]);
    const press = await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...words, title: "Omtalt i avisen", source: "press", registerId: String(register?.id), agreementIds: [scene.agreementId], awareAt: at("2026-05-02T06:00:00Z"), processorAwareAt: null, notifiedAt: null }, at("2026-05-02T06:10:00Z")));
    const told = { ...words, title: "Fejlsendte lønsedler", atSubprocessor: "", awareAt: at("2026-05-01T08:00:00Z"), dealtWithAt: null };
    const { id: breachId } = await withTenant(signatory, (tx) => registerBreach(tx, signatory, told, at("2026-05-03T11:00:00Z")));
    const tell = (version: number, when: Date) => withTenant(signatory, (tx) => notifyControllers(tx, signatory, { breachId, version, controllerIds: [caseworker.organisationId], at: when }));
    await tell(1, at("2026-05-03T12:00:00Z"));
    const [found] = await rows<{ id: string }>("select id from breach_record where breach_id = $1", [breachId]);
    const notice = String(found?.id);
    const look = (id: string) => withTenant(caseworker, (tx) => loadBreach(tx, caseworker, id, now), { readOnly: true });
    const pressId = press.ok ? press.id : "";
    if (merged) await withTenant(caseworker, (tx) => mergeBreach(tx, caseworker, { id: pressId, version: 1, otherId: notice, now }));
    const counts = merged ? pressId : notice;
    const by = <T>(work: (tx: Parameters<Parameters<typeof withTenant>[1]>[0], version: number) => Promise<T>) => withTenant(caseworker, async (tx) => work(tx, (await loadBreach(tx, caseworker, counts, now))!.version));
    await by((tx, version) => decideAuthority(tx, caseworker, counts, { version, decision: "not-required", notifiedAt: null, reason: "Få personer" }));
    await by((tx, version) => decidePersons(tx, caseworker, counts, { version, highRisk: false, informedAt: null, reason: "Lav risiko" }));
    expect(await by((tx, version) => closeBreach(tx, caseworker, counts, { version, at: at("2026-05-04T09:00:00Z") }))).toEqual({ ok: true });
    await withTenant(signatory, (tx) => changeBreach(tx, signatory, breachId, 1, { ...told, personCount: 12_000 }));
    await tell(2, at("2026-05-05T12:00:00Z"));
    expect(await look(counts)).toMatchObject({ closedAt: null, renotifiedAt: "2026-05-05T12:00:00.000Z", authorityDecision: "not-required", content: { personCount: 12_000 }, notices: [{ afterClosing: false }, { afterClosing: true }] });
    const open = await withTenant(caseworker, (tx) => listBreaches(tx, caseworker, { filter: { show: "open", source: null, query: "" }, sort: { key: "clock", direction: "ascending" }, skip: 0, take: 25, now }), { readOnly: true });
    expect(open.rows.find(({ id }) => id === counts)).toMatchObject({ renotifiedAt: "2026-05-05T12:00:00.000Z" });
    expect((await rows<{ action: string }>("select action from audit_event where subject_id = $1 order by id", [counts])).map(({ action }) => action).slice(-2)).toEqual(merged ? ["breach.closed", "breach.reopened"] : ["breach.notified", "breach.reopened"]);
    expect(await by((tx, version) => closeBreach(tx, caseworker, counts, { version, at: now }))).toEqual({ ok: true });
    expect(await look(counts)).toMatchObject({ closedAt: now.toISOString(), renotifiedAt: null });
  }
});
