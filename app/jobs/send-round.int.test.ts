import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { startRound } from "#app/supervision/round/start-round.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newRound, newRoundScene } from "#tests/support/round-scene.ts";
import { letMinutePass } from "#tests/support/silent-worker.ts";
import { useWorkers } from "#tests/support/worker-process.ts";

const ITEMS = 500;
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const one = async (text: string, values: unknown[] = []) => (await connected(database.ownerUrl, async (client) => (await client.query<Record<string, number>>(text, values)).rows))[0];

const startWorker = useWorkers(() => database.runtimeUrl);

it("a worker killed in the middle of a round: the next one goes on, and everybody is sent exactly one request", async () => {
  const { caseworker, agreements } = await newRoundScene(database.ownerUrl, { concepts: [2] });
  await connected(database.ownerUrl, (client) => client.query(
    `with a as (insert into agreement (controller_id, processor_id, title, data_categories, person_categories, person_count, points, concept, score_id, choice_id)
       select controller_id, processor_id, 'Aftale ' || n, data_categories, person_categories, person_count, points, concept, score_id, choice_id from agreement, generate_series(2, $2::int) n where id = $1 returning id, controller_id)
     insert into risk_score (controller_id, agreement_id, version, rule_set, person_count, counting_basis, a, b, c, d, points, reasons, scored_by_id, scored_by_name)
       select a.controller_id, a.id, 1, s.rule_set, s.person_count, s.counting_basis, s.a, s.b, s.c, s.d, s.points, s.reasons, s.scored_by_id, s.scored_by_name from a, risk_score s where s.agreement_id = $1`, [agreements[0], ITEMS]));
  const roundId = await newRound(caseworker);
  const first = await startWorker();
  await withTenant(caseworker, (tx) => startRound(tx, caseworker, { roundId, at: new Date("2026-11-22T10:00:00Z") }));
  const sent = async () => Number((await one("select count(*)::int as n from round_item where round_id = $1 and state = 'sent'", [roundId]))?.n);
  await expect.poll(sent, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  const dead = once(first, "exit");
  first.kill("SIGKILL");
  await dead;
  await letMinutePass(database.ownerUrl);
  const before = await sent();
  expect(before).toBeLessThan(ITEMS);

  // Two at once: the job is one, and what it sends is marked with it.
  await Promise.all([startWorker(), startWorker()]);
  await expect.poll(async () => (await one("select count(*)::int as n from round where id = $1 and state = 'sent'", [roundId]))?.n, { timeout: 60_000, interval: 200 }).toBe(1);
  expect(await one(
    `select count(*)::int as supervisions, count(distinct agreement_id)::int as agreements, (select count(*)::int from request where controller_id = $1 and sent_at is not null) as requests,
       (select count(*)::int from outbox where organisation_id = $1 and kind = 'request-sent') as mails, (select count(*)::int from round_item where controller_id = $1 and state = 'sent' and supervision_id is not null) as items,
       (select count(*)::int from audit_event where organisation_id = $1 and action = 'request.sent') as entries from supervision where controller_id = $1 and state = 'sent'`, [caseworker.organisationId]))
    .toEqual({ supervisions: ITEMS, agreements: ITEMS, requests: ITEMS, mails: ITEMS, items: ITEMS, entries: ITEMS });
}, 120_000);
