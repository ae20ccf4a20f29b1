import { randomUUID } from "node:crypto";
import pg from "pg";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { createRound } from "#app/supervision/round/create-round.server.ts";
import { listItems } from "#app/supervision/round/list-items.server.ts";
import { pickedAgreements } from "#app/supervision/round/picked-agreements.server.ts";
import { roundFilter } from "#app/supervision/round/round-filter.ts";
import { rounds } from "#app/supervision/round/rounds.server.ts";
import { sendRound } from "#app/supervision/round/send-round.server.ts";
import { startRound } from "#app/supervision/round/start-round.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { scratchDatabase } from "../support/scratch-database.ts";
import type { BenchLine } from "./upload.ts";

const SUPERVISIONS = Number(process.env.BENCH_ROUND ?? 10_000);
const PROCESSORS = 500;
/** Rows of one bare transaction: as many as the worker takes. */
const BATCH = 100;
const at = new Date("2026-11-22T10:00:00Z");
/** What one supervision of a round is stored as. */
const TABLES = ["supervision", "supervision_case", "request", "outbox", "audit_event", "pgboss.job"] as const;
type Rows = Record<(typeof TABLES)[number], object[]>;

/** A round of 10.000 supervisions, from its start to the last, beside inserting the very same rows by bare SQL in the same run. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const database = await scratchDatabase();
  process.env.PORTAL_MODE = "embedded";
  process.env.DATABASE_RUNTIME_URL = database.runtimeUrl;
  useDb(database.runtimeUrl, 4);
  try {
    const scope = await fill(database.ownerUrl);
    await connected(database.ownerUrl, (client) => client.query("vacuum analyze"));
    const roundId = await withTenant(scope, async (tx) => {
      const made = await createRound(tx, scope, { title: "Årets tilsyn", filter: roundFilter.parse({}), language: "da", today: "2026-11-22" });
      if (!made.ok || made.picked !== SUPERVISIONS) throw new Error(`not made: ${JSON.stringify(made)}`);
      return made.roundId;
    });
    await withTenant(scope, (tx) => startRound(tx, scope, { roundId, at }));
    const begun = performance.now();
    await sendRound({ organisationId: scope.organisationId, roundId }, () => at);
    const ours = performance.now() - begun;
    await listPlanned(database.ownerUrl, scope, report);
    const bare = await insertBare(database.ownerUrl, scope.organisationId);
    report({ name: `round-${SUPERVISIONS}`, value: Math.round(ours), unit: "ms", ratio: Number((ours / bare).toFixed(2)), of: `the same rows by bare SQL (${Math.round(bare)} ms)` });
  } finally {
    await closeDb();
    await database.close();
  }
}

/** Looks at a round of what 10.000 plans have due, a third of them with a supplement beside the cycle: counts it, makes it and lists it. */
async function listPlanned(ownerUrl: string, scope: Scope, report: (line: BenchLine) => void): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query("insert into plan_line (controller_id, agreement_id, kind, concept, interval_months, next_due_on) select controller_id, id, 'primary', concept, 24, '2026-12-01' from agreement where controller_id = $1", [scope.organisationId]);
    await client.query("insert into plan_line (controller_id, agreement_id, kind, concept, interval_months, next_due_on) select controller_id, id, 'supplement', case concept when 3 then 6 else 3 end, 24, '2026-12-15' from agreement where controller_id = $1 and right(title, 1)::int % 3 = 0", [scope.organisationId]);
    await client.query("update agreement set next_due_on = '2026-12-01' where controller_id = $1", [scope.organisationId]);
    await client.query("vacuum analyze");
  });
  const filter = roundFilter.parse({ dueBy: "2026-12-31", free: false });
  await withTenant(scope, async (tx) => {
    const timed = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      const begun = performance.now();
      const done = await act();
      report({ name: `round-${name}-${SUPERVISIONS}`, value: Math.round(performance.now() - begun), unit: "ms" });
      return done;
    };
    const picked = await timed("counted", () => pickedAgreements(tx, scope, filter).count());
    if (picked.total !== SUPERVISIONS || picked.parts.every(({ supplements }) => supplements.length === 0)) throw new Error(`not picked: ${JSON.stringify(picked)}`);
    const made = await timed("made", () => createRound(tx, scope, { title: "Planerne", filter, language: "da", today: "2026-11-22" }));
    const round = await rounds(tx, scope).find(made.ok ? made.roundId : "");
    if (!round) throw new Error("not made");
    await timed("listed", () => listItems(tx, scope, round, "2026-11-22"));
  });
}

/** Inserts what the round has stored once more, for a controller with the same agreements, batch by batch, and gives the time of the inserts alone. */
async function insertBare(ownerUrl: string, organisationId: string): Promise<number> {
  const twin = await fill(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("vacuum analyze");
  const { rows: pairs } = await client.query<{ from: string; to: string }>(
    "select a.id as from, b.id as to from agreement a join agreement b on b.controller_id = $2 and b.title = a.title where a.controller_id = $1", [organisationId, twin.organisationId]);
  const twinOf = new Map(pairs.map(({ from, to }) => [from, to]));
  const { rows: sent } = await client.query<{ id: string }>("select id from supervision where controller_id = $1 order by id", [organisationId]);
  let time = 0;
  for (let from = 0; from < sent.length; from += BATCH) {
    const rows = await copied(client, sent.slice(from, from + BATCH).map(({ id }) => id), organisationId, twin, twinOf);
    const texts = TABLES.map((table) => JSON.stringify(rows[table]));
    const ids = (rows.supervision as { id: string }[]).map(({ id }) => id);
    const begun = performance.now();
    await client.query("begin");
    for (const [place, table] of TABLES.entries()) {
      // A supervision is inserted as a draft and moved on: the database takes no other way.
      const draft = table === "supervision" ? "jsonb_populate_recordset(null::supervision, (select jsonb_agg(x || '{\"state\": \"draft\", \"sent_at\": null}') from jsonb_array_elements($1::jsonb) x))" : `jsonb_populate_recordset(null::${table}, $1::jsonb)`;
      await client.query({ name: `insert ${table}`, text: `insert into ${table} select * from ${draft}`, values: [texts[place]] });
      if (table === "supervision") await client.query({ name: "send", text: "update supervision set state = 'sent', sent_at = $2 where id = any($1::uuid[])", values: [ids, at] });
    }
    await client.query("commit");
    time += performance.now() - begun;
  }
  await client.end();
  return time;
}

/** The rows of some supervisions as another controller's, with ids of their own. */
async function copied(client: pg.Client, ids: string[], organisationId: string, twin: Scope, twinOf: ReadonlyMap<string, string>): Promise<Rows> {
  const news = new Map(ids.map((id) => [id, randomUUID()]));
  const mails = new Map<string, string>();
  const ask = async (sql: string) => (await client.query<{ row: Record<string, unknown> }>(sql, [ids])).rows.map(({ row }) => row);
  const found: Rows = {
    supervision: await ask("select to_jsonb(t) as row from supervision t where id = any($1::uuid[])"),
    supervision_case: await ask("select to_jsonb(t) as row from supervision_case t where supervision_id = any($1::uuid[])"),
    request: await ask("select to_jsonb(t) as row from request t where supervision_id = any($1::uuid[])"),
    outbox: await ask("select to_jsonb(t) as row from outbox t where supervision_id = any($1::uuid[])"),
    audit_event: await ask("select to_jsonb(t) as row from audit_event t where supervision_id = any($1::uuid[]) order by id"),
    "pgboss.job": await ask("select to_jsonb(j) as row from outbox o join pgboss.job j on j.singleton_key = o.id::text and j.name = 'send-mail' where o.supervision_id = any($1::uuid[])"),
  };
  for (const mail of found.outbox as { id: string }[]) mails.set(mail.id, randomUUID());
  let text = JSON.stringify(found).replaceAll(organisationId, twin.organisationId);
  text = text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => news.get(id) ?? mails.get(id) ?? twinOf.get(id) ?? id);
  const changed = JSON.parse(text) as Rows;
  changed.audit_event = (changed.audit_event as { id: number }[]).map((event) => ({ ...event, id: event.id + 10_000_000 }));
  changed["pgboss.job"] = changed["pgboss.job"].map((job) => ({ ...job, id: randomUUID() }));
  return changed;
}

/** A controller with so many scored agreements in four concepts, a special requirement on every third, of processors that are here. */
async function fill(ownerUrl: string): Promise<Scope> {
  const [organisationId, personId] = [randomUUID(), randomUUID()];
  const org = `'${organisationId}'::uuid`;
  const statements = [
    `insert into organisation (id, name, is_controller) values (${org}, 'Kommune', true)`,
    `insert into person (id, email, name) values ('${personId}', '${personId}@example.dk', 'Mette Dahl')`,
    `insert into membership (organisation_id, person_id, name, email, roles) values (${org}, '${personId}', 'Mette Dahl', '${personId}@example.dk', array['caseworker'])`,
    `create temp table theirs as select gen_random_uuid() as tenant, gen_random_uuid() as id, n from generate_series(0, ${PROCESSORS - 1}) n`,
    `insert into organisation (id, name, is_processor) select tenant, 'Databehandler ' || n, true from theirs`,
    `insert into processor (id, controller_id, organisation_id, name, contact_name, contact_email) select id, ${org}, tenant, 'Databehandler ' || n, 'Anne Drift', 'drift' || n || '@example.dk' from theirs`,
    `insert into agreement (controller_id, processor_id, title, data_categories, person_categories, person_count, points, concept, starts_on)
      select ${org}, t.id, 'Aftale ' || g, '{ordinary}', '{customers}', 500, 1, (array[2, 3, 5, 6])[1 + g % 4], '2025-01-01' from generate_series(1, ${SUPERVISIONS}) g join theirs t on t.n = g % ${PROCESSORS}`,
    `insert into risk_score (controller_id, agreement_id, version, rule_set, person_count, counting_basis, a, b, c, d, points, reasons, scored_by_id, scored_by_name)
      select ${org}, id, 1, 'datatilsynet-2021-10', 500, 'over-period', 1, 0, 0, 0, 1, '{"ticks": ["ordinary"]}', '${personId}', 'Mette Dahl' from agreement where controller_id = ${org}`,
    `insert into concept_choice (controller_id, agreement_id, score_id, concept, minimum, below_band, state, chosen_by_id, chosen_by_name)
      select ${org}, a.id, r.id, a.concept, 1, false, 'in-force', '${personId}', 'Mette Dahl' from agreement a join risk_score r on r.agreement_id = a.id where a.controller_id = ${org}`,
    `update agreement a set score_id = r.id, choice_id = c.id from risk_score r, concept_choice c where r.agreement_id = a.id and c.agreement_id = a.id and a.controller_id = ${org}`,
    `insert into special_requirement (controller_id, agreement_id, position, text_da, evidence_asked, critical)
      select ${org}, a.id, p, 'Krav ' || p || ' i aftalen: al kommunikation er krypteret.', p = 1, p = 1 from (select id, row_number() over () as n from agreement where controller_id = ${org}) a, generate_series(1, 2) p where a.n % 3 = 0`,
    "drop table theirs",
  ];
  await connected(ownerUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
  return { side: "controller", organisationId, organisationName: "Kommune", personId, personName: "Mette Dahl", roles: ["caseworker"] };
}
