import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { newRound, newRoundScene } from "#tests/support/round-scene.ts";
import { cancelRound } from "./cancel-round.server.ts";
import { createRound } from "./create-round.server.ts";
import { includeItems } from "./include-items.server.ts";
import { roundFilter } from "./round-filter.ts";
import { rounds } from "./rounds.server.ts";
import { saveRound } from "./save-round.server.ts";
import { sendRound } from "./send-round.server.ts";
import { startRound } from "./start-round.server.ts";

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
const sql = <Row>(text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, values)).rows as Row[]);
const start = (scope: Scope, roundId: string) => withTenant(scope, (tx) => startRound(tx, scope, { roundId, at }));
const send = (scope: Scope, roundId: string) => sendRound({ organisationId: scope.organisationId, roundId }, () => at);
const counts = (scope: Scope, roundId: string) => withTenant(scope, async (tx) => ({ ...(await rounds(tx, scope).counts(roundId)), state: (await rounds(tx, scope).find(roundId))?.state }), { readOnly: true });
const rowsOf = async (scope: Scope) => (await sql<{ supervisions: number; agreements: number; mails: number; jobs: number }>(
  `select (select count(*)::int from supervision where controller_id = $1) as supervisions, (select count(distinct agreement_id)::int from supervision where controller_id = $1) as agreements,
     (select count(*)::int from outbox where organisation_id = $1) as mails, (select count(*)::int from pgboss.job where name = 'send-mail' and data->>'organisationId' = $1::text) as jobs`, [scope.organisationId]))[0];

describe("sending a round", () => {
  it("opens, freezes, records and calls in as for a single supervision, in the name of who started it", async () => {
    const { caseworker, agreements, processor } = await newRoundScene(database.ownerUrl, { concepts: [2, 3, 5] });
    const roundId = await newRound(caseworker);
    expect(await start(caseworker, roundId)).toEqual({ ok: true, already: false });
    await send(caseworker, roundId);
    expect(await counts(caseworker, roundId)).toEqual({ waiting: 0, sent: 3, refused: 0, left: 0, state: "sent" });
    const stored = await sql<Record<string, unknown>>(
      `select s.state, s.concept, s.processor_id, s.due_on::text as due, c.round_id, c.opened_by_name, c.points, r.message, r.questionnaire_hash = encode(sha256('x'), 'hex') as wrong, r.sent_by_name, r.recipient_email,
         (select array_agg(action order by id) from audit_event where organisation_id = s.controller_id and supervision_id = s.id) as ours,
         (select array_agg(action order by id) from audit_event where organisation_id = s.processor_id and supervision_id = s.id) as theirs,
         (select min(actor_id::text) from audit_event where organisation_id = s.controller_id and supervision_id = s.id) as actor
       from supervision s join supervision_case c on c.supervision_id = s.id join request r on r.supervision_id = s.id where s.controller_id = $1 order by s.concept`, [caseworker.organisationId]);
    expect(stored.map(({ concept }) => concept)).toEqual([2, 3, 5]);
    for (const row of stored) expect(row).toMatchObject({
      state: "sent", processor_id: processor.id, due: "2026-12-22", round_id: roundId, opened_by_name: caseworker.personName, sent_by_name: caseworker.personName, recipient_email: "anne@drift.example",
      ours: ["supervision.opened", "request.sent"], theirs: ["request.sent"], actor: caseworker.personId,
    });
    expect(String(stored[1]?.message)).toMatch(/^Kære Anne Drift\n\nVi er dataansvarlige[^[\]{}]*årlige tilsyn[^[\]{}]*senest 22\. dec\. 2026[^[\]{}]*$/);
    expect(await rowsOf(caseworker)).toEqual({ supervisions: 3, agreements: 3, mails: 3, jobs: 3 });
    expect((await sql<{ standing: string }>("select distinct standing from agreement where id = any($1)", [agreements]))[0]?.standing).toBe("awaiting-processor");
  });

  it("is sent as the sender saw it only: not in other words, by another date, or to others", async () => {
    const { caseworker, agreements } = await newRoundScene(database.ownerUrl, { concepts: [2, 3] });
    const colleague = await newScope(database.ownerUrl, ["caseworker"], { tenant: { id: caseworker.organisationId, name: caseworker.organisationName } });
    const roundId = await newRound(caseworker);
    const version = async () => (await withTenant(caseworker, (tx) => rounds(tx, caseworker).find(roundId), { readOnly: true }))!.version;
    const startSeen = (seen: number) => withTenant(caseworker, (tx) => startRound(tx, caseworker, { roundId, at, seen }));
    const include = (included: boolean) => withTenant(colleague, (tx) => includeItems(tx, colleague, { roundId, agreementIds: [agreements[1]!], included }));
    const seen = await version();
    await include(false);
    expect(await startSeen(seen)).toEqual({ ok: false, reason: "other-version" });
    expect(await include(false)).toBe(0);
    const again = await version();
    // A colleague writes while the first one sends.
    const started: Promise<unknown>[] = [];
    await withTenant(colleague, async (tx) => {
      await saveRound(tx, colleague, roundId, again, { title: "Andre ord", dueOn: "2026-12-20", language: "da", message: "Andre ord" });
      started.push(startSeen(again));
      await expect.poll(async () => (await sql("select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted")).length, { timeout: 10_000 }).toBe(1);
    });
    expect(await Promise.all(started)).toEqual([{ ok: false, reason: "other-version" }]);
    expect(await counts(caseworker, roundId)).toMatchObject({ state: "draft", waiting: 1, left: 1 });
    expect(await startSeen(await version())).toEqual({ ok: true, already: false });
    expect(await startSeen(again)).toEqual({ ok: true, already: true });
  });

  it("stops once the one who started it is gone, and says so; another round sends the rest", async () => {
    const { caseworker } = await newRoundScene(database.ownerUrl, { concepts: [2, 3] });
    const colleague = await newScope(database.ownerUrl, ["caseworker"], { tenant: { id: caseworker.organisationId, name: caseworker.organisationName } });
    for (const gone of ["active = false", "roles = '{reader}', active = true"]) {
      const roundId = await newRound(caseworker);
      await start(caseworker, roundId);
      await sql(`update membership set ${gone} where person_id = $1`, [caseworker.personId]);
      await Promise.all([send(caseworker, roundId), send(caseworker, roundId)]);
      expect(await counts(caseworker, roundId)).toMatchObject({ state: "cancelled", sent: 0, waiting: 2 });
      expect(await sql("select stopped_for from round where id = $1", [roundId])).toEqual([{ stopped_for: "sender-gone" }]);
      expect(await sql("select actor_id, detail->>'reason' as reason from audit_event where subject_id = $1 and action = 'round.cancelled'", [roundId])).toEqual([{ actor_id: null, reason: "sender-gone" }]);
    }
    expect(await rowsOf(caseworker)).toMatchObject({ supervisions: 0, mails: 0 });
    const next = await newRound(colleague);
    await start(colleague, next);
    await send(colleague, next);
    expect(await counts(colleague, next)).toMatchObject({ state: "sent", sent: 2 });
  });

  it("sends nothing twice, however often it is started and by however many workers", async () => {
    const { caseworker } = await newRoundScene(database.ownerUrl, { concepts: [2, 2, 3, 3] });
    const roundId = await newRound(caseworker);
    expect((await Promise.all([start(caseworker, roundId), start(caseworker, roundId)])).map((done) => done.ok && done.already).sort()).toEqual([false, true]);
    await Promise.all([send(caseworker, roundId), send(caseworker, roundId), send(caseworker, roundId)]);
    await send(caseworker, roundId);
    expect(await rowsOf(caseworker)).toEqual({ supervisions: 4, agreements: 4, mails: 4, jobs: 4 });
    expect(await sql("select action from audit_event where subject_id = $1 and action in ('round.started', 'round.finished') order by id", [roundId])).toEqual([{ action: "round.started" }, { action: "round.finished" }]);
  });

  it("of two rounds on the same agreements the second is refused, item by item", async () => {
    const { caseworker } = await newRoundScene(database.ownerUrl, { concepts: [2, 3] });
    const [one, other] = [await newRound(caseworker), await newRound(caseworker)];
    for (const id of [one, other]) await start(caseworker, id);
    await Promise.all([send(caseworker, one), send(caseworker, other)]);
    const both = [await counts(caseworker, one), await counts(caseworker, other)];
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
    expect(both.reduce((sum, { refused }) => sum + refused, 0)).toBe(2);
    expect(await sql("select distinct refusal from round_item where controller_id = $1 and state = 'refused'", [caseworker.organisationId])).toEqual([{ refusal: "under-way" }]);
    expect(await rowsOf(caseworker)).toMatchObject({ supervisions: 2, agreements: 2 });
  });

  it("refuses what changed since it was picked, each with why, and sends the rest", async () => {
    const { caseworker, agreements, register } = await newRoundScene(database.ownerUrl, { concepts: [2, 2, 2, 2, 2, 2] });
    const roundId = await newRound(caseworker);
    await sql("update agreement set status = 'ended' where id = $1", [agreements[0]]);
    await sql("update agreement set person_count = 50000 where id = $1", [agreements[1]]);
    await sql("update agreement set concept = 3 where id = $1", [agreements[2]]);
    await sql("insert into concept_choice (controller_id, agreement_id, score_id, concept, minimum, below_band, reason, state, chosen_by_id, chosen_by_name) select controller_id, id, score_id, 2, 3, true, 'x', 'awaiting-approval', gen_random_uuid(), 'n' from agreement where id = $1", [agreements[3]]);
    await sql("insert into processor (id, controller_id, name) select gen_random_uuid(), controller_id, 'Uden kontakt' from processor where id = $1", [register]);
    await sql("update agreement set processor_id = (select id from processor where controller_id = $2 and name = 'Uden kontakt') where id = $1", [agreements[4], caseworker.organisationId]);
    await start(caseworker, roundId);
    await send(caseworker, roundId);
    const items = await sql<{ agreement_id: string; state: string; refusal: string }>("select agreement_id, state, refusal from round_item where round_id = $1", [roundId]);
    expect(agreements.map((id) => items.find((item) => item.agreement_id === id)?.refusal)).toEqual(["ended", "outdated", "concept-changed", "awaiting-approval", "no-email", ""]);
    expect(await counts(caseworker, roundId)).toEqual({ waiting: 0, sent: 1, refused: 5, left: 0, state: "sent" });
  });

  it("invites a processor that is not here yet once, however many agreements it has", async () => {
    const { caseworker } = await newRoundScene(database.ownerUrl, { concepts: [2, 3, 3], outside: true });
    const roundId = await newRound(caseworker);
    await start(caseworker, roundId);
    await send(caseworker, roundId);
    expect(await sql("select kind from outbox where organisation_id = $1", [caseworker.organisationId])).toEqual([{ kind: "invitation-processor" }]);
    expect(await counts(caseworker, roundId)).toMatchObject({ sent: 3, state: "sent" });
  });

  it("sends what is waiting no more once it is cancelled", async () => {
    const { caseworker, agreements } = await newRoundScene(database.ownerUrl, { concepts: [2, 2] });
    const roundId = await newRound(caseworker);
    expect(await withTenant(caseworker, (tx) => includeItems(tx, caseworker, { roundId, agreementIds: agreements.slice(1), included: false }))).toBe(1);
    await start(caseworker, roundId);
    expect(await withTenant(caseworker, (tx) => includeItems(tx, caseworker, { roundId, agreementIds: agreements, included: true }))).toBeNull();
    expect(await withTenant(caseworker, (tx) => cancelRound(tx, caseworker, { roundId, at }))).toEqual({ ok: true, notSent: 1 });
    expect(await withTenant(caseworker, (tx) => cancelRound(tx, caseworker, { roundId, at }))).toEqual({ ok: false, reason: "too-late" });
    await send(caseworker, roundId);
    expect(await rowsOf(caseworker)).toMatchObject({ supervisions: 0, mails: 0 });
    expect(await start(caseworker, roundId)).toEqual({ ok: false, reason: "cancelled" });
  });
});

it("picks by concept, points, text, date and what is under way", async () => {
  const { caseworker, agreements, processor } = await newRoundScene(database.ownerUrl, { concepts: [2, 3, 5] });
  for (const statement of ["update plan_line set next_due_on = '2026-12-01' where agreement_id = $1", "update agreement set next_due_on = '2026-12-01' where id = $1"]) await sql(statement, [agreements[0]]);
  const pick = async (filter: object) => (await withTenant(caseworker, (tx) => createRound(tx, caseworker, { title: "x", filter: roundFilter.parse(filter), language: "en", today: "2026-11-22" })));
  const picked = async (filter: object) => { const made = await pick(filter); return made.ok ? made.picked : made.reason; };
  expect([await picked({}), await picked({ concept: "3" }), await picked({ points: "7-10" }), await picked({ dueBy: "2026-12-01" }), await picked({ dueBy: "2026-11-30" })]).toEqual([3, 1, "nothing", 1, "nothing"]);
  expect([await picked({ q: processor.name }), await picked({ q: "%" }), await picked({ last: "none" }), await picked({ last: "in-order" })]).toEqual([3, "nothing", 3, "nothing"]);
  const round = await pick({ concept: "2" });
  const roundId = round.ok ? round.roundId : "";
  await start(caseworker, roundId);
  await send(caseworker, roundId);
  expect([await picked({ concept: "2" }), await picked({ concept: "2", free: false })]).toEqual(["nothing", 1]);
});

it("is for caseworkers and the DPO, one change at a time, and another tenant's nothing", async () => {
  const { caseworker } = await newRoundScene(database.ownerUrl, { concepts: [2] });
  const roundId = await newRound(caseworker);
  const fields = { title: "Årets tilsyn", dueOn: "2027-01-15", language: "en" as const, message: "Dear [recipient]" };
  const save = (scope: Scope, version: number) => withTenant(scope, (tx) => saveRound(tx, scope, roundId, version, fields));
  expect([await save(caseworker, 1), await save(caseworker, 1)]).toEqual([{ ok: true }, { ok: false, reason: "changed-meanwhile" }]);
  const stranger = await newScope(database.ownerUrl, ["caseworker"]);
  expect([await save(stranger, 2), await start(stranger, roundId)]).toEqual([{ ok: false, reason: "not-found" }, { ok: false, reason: "not-found" }]);
  await expect(start({ ...caseworker, roles: ["reader"] }, roundId)).rejects.toMatchObject({ status: 403 });
});
