import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { sendReminders } from "#app/mail/send-reminders.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { keepSilence, stepBack } from "#tests/support/step-back.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { loadOverview } from "../load-overview.server.ts";
import { withdrawSupervision } from "../withdraw-supervision.server.ts";
import { acceptStepUp } from "./accept-step-up.server.ts";
import { declineStepUp } from "./decline-step-up.server.ts";
import { findLadder } from "./ladders.server.ts";
import { takeSteps } from "./take-steps.server.ts";

let database: FreshDatabase;
let today: string;
let at: Date;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  today = String((await sql<{ day: string }>("select ((now() at time zone 'Europe/Copenhagen')::date)::text as day"))[0]?.day);
  at = new Date(`${today}T10:00:00Z`);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = <Row>(text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, values)).rows as Row[]);
/** Moves the due date behind the walls: so many days late from today on. What was done stays as many days before today as it is told. */
const late = async (scene: Scene, days: number) => {
  await sql("update supervision set due_on = $2::date - $3::int, sent_at = sent_at - interval '60 days' where id = $1", [scene.supervisionId, today, days]);
  await keepSilence(database.ownerUrl, [scene.supervisionId]);
};
const done = (scene: Scene, step: string, ago: number) => stepBack(database.ownerUrl, [scene.supervisionId], step, ago);
const mails = async (scene: Scene) => (await sql<{ kind: string; to_email: string }>("select kind, to_email from outbox where supervision_id = $1 and kind <> 'request-sent' order by created_at, kind", [scene.supervisionId])).map(({ kind, to_email: to }) => `${kind} ${to}`);
const ladder = (scene: Scene) => withTenant(scene.caseworker, (tx) => findLadder(tx, scene.supervisionId, today), { readOnly: true });
const steps = async (scene: Scene) => (await ladder(scene))?.taken.map(({ step, state, told }) => `${step} ${state} ${told}`.trim());
const accept = (scope: Scope, scene: Scene) => withTenant(scope, (tx) => acceptStepUp(tx, scope, { supervisionId: scene.supervisionId, note: "Ring venligst", email: "karen@example.dk", at }));
const decline = (scope: Scope, scene: Scene, reason = "De har ringet") => withTenant(scope, (tx) => declineStepUp(tx, scope, { supervisionId: scene.supervisionId, reason, at }));
const withManager = (scene: Scene) => sql("update processor set manager_name = 'Lis Leder', manager_email = 'lis@drift.example' where controller_id = $1", [scene.caseworker.organisationId]);

async function proposed(concept: 2 | 3 | 5 = 2): Promise<Scene> {
  const scene = await newSupervision(database.ownerUrl, { concept });
  await late(scene, 14);
  await takeSteps();
  await done(scene, "reminder", 13);
  await takeSteps();
  return scene;
}

it("a step-up proposed in one silence is not decided in the next, which has a ladder of its own", async () => {
  const scene = await proposed();
  await withManager(scene);
  await sql("update supervision set due_on = $2::date + 7 where id = $1", [scene.supervisionId, today]);
  expect(await steps(scene)).toEqual(expect.arrayContaining(["step-up lapsed"]));
  expect(await accept(scene.dpo, scene)).toEqual({ ok: false, reason: "no-longer-late" });
  await sql("update supervision set due_on = $2::date - 1 where id = $1", [scene.supervisionId, today]);
  await takeSteps();
  expect((await steps(scene))?.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual(["reminder done", "step-up lapsed", "reminder done"]);
  expect((await ladder(scene))?.waiting).toBeNull();
  expect(await accept(scene.dpo, scene)).toEqual({ ok: false, reason: "no-longer-late" });
});

describe("the steps", () => {
  it("go up on their days, each told and recorded once, however often the job runs", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    await withManager(scene);
    await late(scene, 0);
    await takeSteps();
    expect(await steps(scene)).toEqual([]);
    await late(scene, 1);
    await Promise.all([takeSteps(), takeSteps()]);
    await sendReminders();
    expect(await mails(scene)).toEqual(["reminder-after anne@drift.example"]);
    await late(scene, 6);
    await done(scene, "reminder", 5);
    await takeSteps();
    expect(await steps(scene)).toEqual(["reminder done anne@drift.example"]);
    await late(scene, 7);
    await done(scene, "reminder", 6);
    await takeSteps();
    await takeSteps();
    expect(await mails(scene)).toEqual(["reminder-after anne@drift.example", "escalation-manager lis@drift.example"]);
    await late(scene, 13);
    await done(scene, "manager", 6);
    await takeSteps();
    expect((await steps(scene))?.length).toBe(2);
    await late(scene, 14);
    await done(scene, "reminder", 13);
    await done(scene, "manager", 7);
    await takeSteps();
    expect(await steps(scene)).toEqual(["reminder done anne@drift.example", "manager done lis@drift.example", "step-up proposed"]);
    const trail = (id: string) => sql<{ action: string }>("select action from audit_event where organisation_id = $1 and supervision_id = $2 and action like 'escalation%' order by id", [id, scene.supervisionId]);
    expect((await trail(scene.caseworker.organisationId)).map(({ action }) => action)).toEqual(["escalation.reminded", "escalation.manager-told", "escalation.step-up-proposed"]);
    expect((await trail(scene.signatory.organisationId)).map(({ action }) => action)).toEqual(["escalation.reminded", "escalation.manager-told"]);
  });

  it("count a reminder that has gone, and pass over a manager that is not there", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 3 });
    await late(scene, 1);
    await sendReminders();
    await takeSteps();
    expect(await mails(scene)).toEqual(["reminder-after anne@drift.example"]);
    await late(scene, 14);
    await done(scene, "reminder", 13);
    await takeSteps();
    expect(await steps(scene)).toEqual(["reminder done anne@drift.example", "step-up proposed"]);
    expect((await ladder(scene))?.waiting).toMatchObject({ fromConcept: 3, toConcept: 6 });
  });

  it("leave alone what is withdrawn, and follow the organisation's own days", async () => {
    const scene = await newSupervision(database.ownerUrl, { concept: 2 });
    await sql("update organisation set escalation_days = '{3, 4, 5}' where id = $1", [scene.caseworker.organisationId]);
    await late(scene, 2);
    await takeSteps();
    expect(await steps(scene)).toEqual([]);
    await withTenant(scene.caseworker, (tx) => withdrawSupervision(tx, scene.caseworker, { supervisionId: scene.supervisionId, reason: "Opsagt", at }));
    await late(scene, 20);
    await takeSteps();
    expect(await steps(scene)).toEqual([]);
  });
});

describe("a proposal", () => {
  it("waits for the DPO, who steps up this time: withdrawn with the reason, a draft above, each naming the other, the agreement as it was", async () => {
    const scene = await proposed();
    const overview = (scope: Scope) => withTenant(scope, async (tx) => (await loadOverview(tx, scope, { today, now: new Date(`${today}T10:00:00Z`) })).tasks.filter(({ kind }) => kind === "step-up").flatMap(({ tasks }) => tasks.map(({ id }) => id)), { readOnly: true });
    expect([await overview(scene.dpo), await overview(scene.caseworker)]).toEqual([[scene.supervisionId], []]);
    await expect(accept(scene.caseworker, scene)).rejects.toMatchObject({ status: 403 });
    const accepted = await accept(scene.dpo, scene);
    if (!accepted.ok) throw new Error(accepted.reason);
    const next = accepted.supervisionId;
    expect(await sql("select id, state, concept from supervision where controller_id = $1 order by created_at", [scene.caseworker.organisationId])).toEqual([
      { id: scene.supervisionId, state: "withdrawn", concept: 2 }, { id: next, state: "draft", concept: 3 },
    ]);
    expect(await sql("select concept from agreement where id = $1", [scene.agreementId])).toEqual([{ concept: 2 }]);
    expect((await sql<{ withdraw_reason: string }>("select withdraw_reason from supervision where id = $1", [scene.supervisionId]))[0]?.withdraw_reason).toMatch(/^Vi har ikke fået svar inden fristen den .*koncept 3\.\n\nRing venligst$/);
    expect((await ladder(scene))?.taken.at(-1)).toMatchObject({ state: "accepted", decidedByName: scene.dpo.personName, nextSupervisionId: next });
    expect(await withTenant(scene.dpo, (tx) => findLadder(tx, next, today), { readOnly: true })).toMatchObject({ taken: [], from: { supervisionId: scene.supervisionId, concept: 2 } });
    expect(await overview(scene.dpo)).toEqual([]);
  });

  it("is decided by one of two people at once", async () => {
    const scene = await proposed();
    const other = await newScope(database.ownerUrl, ["dpo"], { tenant: { id: scene.dpo.organisationId, name: scene.dpo.organisationName } });
    const both = await Promise.all([accept(scene.dpo, scene), decline(other, scene)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "decided" });
    const twice = await Promise.all([accept(scene.dpo, scene), accept(other, scene)]);
    expect(twice).toEqual([{ ok: false, reason: "decided" }, { ok: false, reason: "decided" }]);
  });

  it("is declined with a reason, and then the ladder ends", async () => {
    const scene = await proposed(5);
    expect(await decline(scene.dpo, scene, " ")).toEqual({ ok: false, reason: "needs-reason" });
    await expect(decline({ ...scene.caseworker, roles: ["reader"] }, scene)).rejects.toMatchObject({ status: 403 });
    expect(await decline(scene.dpo, scene)).toEqual({ ok: true });
    await takeSteps();
    expect(await steps(scene)).toEqual(["reminder done anne@drift.example", "step-up declined"]);
    for (const step of ["reminder", "step-up"]) {
      await expect(withTenant(scene.dpo, (tx) => tx.escalation.updateMany({ where: { supervisionId: scene.supervisionId, step }, data: { state: "accepted", overdueDays: 30 } })), step).rejects.toThrow(/never changed/);
    }
    expect(await steps(scene)).toEqual(["reminder done anne@drift.example", "step-up declined"]);
    expect(await ladder(scene)).toMatchObject({ waiting: null, ahead: [] });
  });

  it("lapses once there is more time, and is another tenant's nothing", async () => {
    const scene = await proposed();
    await sql("update supervision set due_on = $2::date + 5 where id = $1", [scene.supervisionId, today]);
    expect(await accept(scene.dpo, scene)).toEqual({ ok: false, reason: "no-longer-late" });
    expect((await ladder(scene))?.waiting).toBeNull();
    const stranger = await newScope(database.ownerUrl, ["dpo"]);
    expect([await accept(stranger, scene), await decline(stranger, scene)]).toEqual([{ ok: false, reason: "not-found" }, { ok: false, reason: "not-found" }]);
  });
});
