import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { lockCase } from "#app/supervision/assessment/lock-case.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement } from "#tests/support/factories.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { loadBreach } from "./load-breach.server.ts";
import { matchBreach } from "./match-breach.server.ts";
import { mergeBreach } from "./merge-breach.server.ts";
import { notifyControllers } from "./notify-controllers.server.ts";
import { partBreach } from "./part-breach.server.ts";
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
const disclosed = { discovered_on: "2026-05-01", what: "Lønsedler sendt forkert", dealt_with: "yes", measures: "Ny rutine" };
const registerOf = async ({ caseworker, agreementId }: Scene) => String((await rows<{ id: string }>("select processor_id as id from agreement where id = $1 and controller_id = $2", [agreementId, caseworker.organisationId]))[0]?.id);

/** The scene's press tells of a breach on 2 May, its processor gives notice of it on 3 May 12.00, having known since 1 May 8.00. */
async function twice(scene: Scene) {
  const { caseworker, signatory } = scene;
  const registerId = await registerOf(scene);
  const press = await withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...words, title: "Omtalt i avisen", nature: "Avisen skriver om lønsedler", source: "press", registerId, agreementIds: [scene.agreementId], awareAt: at("2026-05-02T06:00:00Z"), processorAwareAt: null, notifiedAt: null }, at("2026-05-02T06:10:00Z")));
  const told = { ...words, title: "Fejlsendte lønsedler", atSubprocessor: "", awareAt: at("2026-05-01T08:00:00Z"), dealtWithAt: null };
  const breachId = await withTenant(signatory, async (tx) => {
    const { id } = await registerBreach(tx, signatory, told, at("2026-05-03T11:00:00Z"));
    await notifyControllers(tx, signatory, { breachId: id, version: 1, controllerIds: [caseworker.organisationId], at: at("2026-05-03T12:00:00Z") });
    return id;
  });
  const [record] = await rows<{ id: string }>("select id from breach_record where breach_id = $1", [breachId]);
  return { press: press.ok ? press.id : "", notice: String(record?.id) };
}
const look = ({ caseworker }: Scene, id: string) => withTenant(caseworker, (tx) => loadBreach(tx, caseworker, id, now), { readOnly: true });
const merge = ({ caseworker }: Scene, id: string, otherId: string) => withTenant(caseworker, (tx) => mergeBreach(tx, caseworker, { id, version: 1, otherId, now }));
const part = ({ caseworker }: Scene, foldedId: string) => withTenant(caseworker, (tx) => partBreach(tx, caseworker, { foldedId, now }));

describe("two at once", () => {
  const waiting = async () => (await rows("select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted")).length;

  it.each(["merge", "part"] as const)("a DPO concludes while a colleague says that records are one, or two again (%s): one after the other", async (how) => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker, dpo, supervisionId } = scene;
    const { press, notice } = await twice(scene);
    await handIn(scene, { breaches: "yes", breach_list: [disclosed] });
    await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "?" }));
    await withTenant(caseworker, (tx) => matchBreach(tx, caseworker, { supervisionId, ref: "2026-05-01 (1)", recordId: notice, now }));
    if (how === "part") await merge(scene, press, notice);
    const others: Promise<unknown>[] = [];
    const concluded = await withTenant(dpo, async (tx) => {
      await lockCase(tx, supervisionId);
      others.push(how === "merge" ? merge(scene, press, notice) : part(scene, notice));
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      return concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Vi følger op", message: "", today: "2026-11-22" });
    });
    expect(concluded).toEqual({ ok: true });
    expect(await Promise.all(others)).toMatchObject([{ ok: true }]);
    expect(await look(scene, notice)).toMatchObject({ sameAs: how === "merge" ? { id: press } : null });
    expect(await rows("select state from supervision where id = $1", [supervisionId])).toEqual([{ state: "concluded" }]);
  });

  it("breaches entered under the same agreement by two: both are there", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker } = scene;
    const registerId = await registerOf(scene);
    const other = await newAgreement(caseworker, { processorId: registerId });
    const enter = (title: string, agreementIds: string[]) => withTenant(caseworker, (tx) => registerRecord(tx, caseworker, { ...words, title, source: "press", registerId, agreementIds, awareAt: now, processorAwareAt: null, notifiedAt: null }, now));
    const both = await connected(database.ownerUrl, async (client) => {
      await client.query("begin");
      await client.query("select 1 from agreement where id = $1 for no key update", [scene.agreementId]);
      const entered = [enter("Et", [scene.agreementId, other]), enter("To", [other, scene.agreementId])];
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
      await client.query("commit");
      return Promise.all(entered);
    });
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await rows("select 1 from breach_record_agreement where agreement_id = any($1)", [[scene.agreementId, other]])).toHaveLength(4);
  });
});
