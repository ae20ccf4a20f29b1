import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { raiseConcern } from "#app/agreement/raise-concern.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newRoundScene } from "#tests/support/round-scene.ts";
import { handIn, newSupervision, sceneTime } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { startAssessment } from "./assessment/start-assessment.server.ts";
import { concludeSupervision } from "./conclusion/conclude-supervision.server.ts";
import { acceptStepUp } from "./escalation/accept-step-up.server.ts";
import { noteExpiredCertificates } from "./note-expired-certificates.server.ts";
import { openSupervision } from "./open-supervision.server.ts";
import { proposeSupervision } from "./propose-supervision.server.ts";
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

const sql = <T>(text: string, ...values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query(text, values)).rows as T[]);
async function conclude({ caseworker, dpo, supervisionId }: Scene, today = "2026-11-22"): Promise<void> {
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  const done = await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "Tak", today }));
  if (!done.ok) throw new Error(done.reason);
}

describe("an extra supervision", () => {
  it("falls when it is concluded, and the cycle stands", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    const { caseworker, agreementId, supervisionId } = scene;
    const [cycle] = await withTenant(caseworker, (tx) => planLines(tx, caseworker).list(agreementId));
    await withTenant(caseworker, (tx) => planLines(tx, caseworker).change(cycle!.id, cycle!.version, { nextDueOn: "2027-06-01" }));
    const raised = await withTenant(caseworker, (tx) => raiseConcern(tx, caseworker, agreementId, { kind: "FQ-X1", source: "press", body: "Solgt", noticedOn: "2026-11-20", extraOn: "2026-12-22" }, sceneTime));
    await sql("update concern set supervision_id = $1 where id = $2", supervisionId, raised.ok ? raised.id : "");
    await handIn(scene);
    await conclude(scene);
    expect(await withTenant(caseworker, (tx) => planLines(tx, caseworker).list(agreementId))).toMatchObject([{ kind: "primary", nextDueOn: "2027-06-01" }]);
    expect(await sql("select next_due_on::text as day from agreement where id = $1", agreementId)).toEqual([{ day: "2027-06-01" }]);
  });
});

describe("a supervision opened for a concern", () => {
  const email = "mette@example.dk";
  it.each(["draft", "sent"] as const)("that is withdrawn as %s lets the extra line of the plan be opened again for it", async (state) => {
    const { caseworker: who, agreements: [agreementId = ""] } = await newRoundScene(database.ownerUrl, { concepts: [3] });
    const raised = await withTenant(who, (tx) => raiseConcern(tx, who, agreementId, { kind: "FQ-X1", source: "press", body: "Solgt", noticedOn: "2026-11-20", extraOn: "2026-12-22" }, sceneTime));
    const concernId = raised.ok ? raised.id : "";
    const extra = (await withTenant(who, (tx) => planLines(tx, who).list(agreementId))).find((line) => line.concernId === concernId)!;
    const propose = () => withTenant(who, (tx) => proposeSupervision(tx, agreementId, concernId), { readOnly: true });
    const open = () => withTenant(who, (tx) => openSupervision(tx, who, { agreementId, concept: extra.concept, concernId, planLineId: extra.id, email, language: "da", today: "2026-11-22" }));
    const tied = async () => (await sql<{ supervision_id: string | null }>("select supervision_id from concern where id = $1", concernId))[0]?.supervision_id;
    const first = await open();
    const supervisionId = first.ok ? first.supervisionId : "";
    expect([await tied(), await propose()]).toEqual([supervisionId, null]);
    if (state === "sent") await withTenant(who, (tx) => sendRequest(tx, who, { supervisionId, recipientName: "Anne", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: "2026-12-22", language: "da", email, at: sceneTime }));
    expect(await withTenant(who, (tx) => withdrawSupervision(tx, who, { supervisionId, reason: "Forkert modtager", at: sceneTime }))).toEqual({ ok: true });
    expect(await propose()).toMatchObject({ concern: "Solgt", underWay: null });
    const again = await open();
    expect(again).toMatchObject({ ok: true, existed: false });
    expect(await tied()).toBe(again.ok ? again.supervisionId : "");
  });

  it("keeps it when a step-up opens the next one", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    const { caseworker, dpo, agreementId, supervisionId } = scene;
    const raised = await withTenant(caseworker, (tx) => raiseConcern(tx, caseworker, agreementId, { kind: "wrong", source: "press", body: "Datalæk", noticedOn: "2026-11-20", extraOn: null }, sceneTime));
    await sql("update concern set supervision_id = $1 where id = $2", supervisionId, raised.ok ? raised.id : "");
    await sql("insert into escalation (supervision_id, controller_id, due_on, step, state, overdue_days, from_concept, to_concept) select $1, $2, due_on, 'step-up', 'proposed', 14, 2, 3 from supervision where id = $1", supervisionId, caseworker.organisationId);
    const accepted = await withTenant(dpo, (tx) => acceptStepUp(tx, dpo, { supervisionId, note: "", email, at: new Date("2027-02-01T10:00:00Z") }));
    expect(await sql("select supervision_id as id from concern where id = $1", raised.ok ? raised.id : "")).toEqual([{ id: accepted.ok ? accepted.supervisionId : "" }]);
  });
});

describe("a certificate", () => {
  it("that has expired is noted once, and none that is valid", async () => {
    const [expired, valid] = [await newSupervision(database.ownerUrl, { concept: 4 }), await newSupervision(database.ownerUrl, { concept: 4 })];
    for (const scene of [expired, valid]) {
      await handIn(scene);
      await conclude(scene);
    }
    await sql("alter table submission disable trigger user");
    await sql("update submission set answers = jsonb_set(answers, '{valid_to,value}', '\"2020-01-31\"') where supervision_id = $1", expired.supervisionId);
    await sql("update submission set answers = jsonb_set(answers, '{valid_to,value}', '\"2999-01-31\"') where supervision_id = $1", valid.supervisionId);
    await sql("alter table submission enable trigger user");
    expect([await noteExpiredCertificates(sceneTime), await noteExpiredCertificates(sceneTime)]).toEqual([1, 0]);
    expect(await sql("select agreement_id, state, causes->0->>'kind' as kind, causes->0->>'from' as day from reassessment where agreement_id = any($1)", [expired.agreementId, valid.agreementId])).toMatchObject([{ agreement_id: expired.agreementId, state: "open", kind: "certificate", day: "2020-01-31" }]);
    await sql("update reassessment set state = 'dismissed'");
    expect(await noteExpiredCertificates(sceneTime)).toBe(0);
  });
});
