import { randomUUID } from "node:crypto";
import { connected } from "#app/stack/roles.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import { startPortal } from "../support/app-server.ts";
import { scratchDatabase } from "../support/scratch-database.ts";
import type { BenchLine } from "./upload.ts";

const SIZES = [100, 10_000] as const;
const ROUNDS = 60;
const WARM = 30;

type Signed = { size: number; cookie: string };

/** GET /overview through the real server, signed in, for a controller with 100 agreements and one with 10.000, taking turns. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const database = await scratchDatabase();
  try {
    const signed: Signed[] = [];
    for (const size of SIZES) signed.push({ size, cookie: await fill(database.ownerUrl, size) });
    await connected(database.ownerUrl, (client) => client.query("vacuum analyze"));
    const portal = await startPortal(database);
    try {
      const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
      for (let round = -WARM; round < ROUNDS; round += 1) {
        for (const { size, cookie } of round % 2 === 0 ? signed : signed.toReversed()) {
          const took = await visit(portal.url, cookie);
          if (round >= 0) times.get(size)?.push(took);
        }
      }
      const [small, large] = SIZES.map((size) => median(times.get(size) ?? []));
      report({ name: "overview-100", value: rounded(small ?? 0), unit: "ms" });
      report({ name: "overview-10000", value: rounded(large ?? 0), unit: "ms", ratio: rounded((large ?? 0) / (small ?? 1)), of: "overview-100" });
    } finally {
      await portal.stop();
    }
  } finally {
    await database.close();
  }
}

/** One visit, to the last byte, in milliseconds. */
async function visit(url: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${url}/overview`, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes("</html>")) throw new Error(`GET /overview answered ${answer.status}`);
  return performance.now() - begun;
}

/**
 * A controller with so many agreements in every standing, two supervisions to each, findings to half of them, clarifications and choices
 * under way, in the same mix whatever the number. Gives the cookie of its DPO.
 */
async function fill(ownerUrl: string, size: number): Promise<string> {
  const [organisation, person, session] = [randomUUID(), randomUUID(), randomUUID().replaceAll("-", "") + randomUUID().replaceAll("-", "")];
  const org = `'${organisation}'::uuid`;
  const statements = [
    `insert into organisation (id, name, is_controller) values (${org}, 'Kommune med ${size} aftaler', true)`,
    `insert into person (id, email, name) values ('${person}', '${person}@example.dk', 'Henrik Vang')`,
    `insert into membership (organisation_id, person_id, name, email, roles) values (${org}, '${person}', 'Henrik Vang', '${person}@example.dk', array['caseworker', 'dpo'])`,
    `insert into processor (controller_id, name) select ${org}, 'Databehandler ' || n from generate_series(1, greatest(1, ${size} / 4)) n`,
    `create temp table mine as select row_number() over (order by id) - 1 as place, id from processor where controller_id = ${org}`,
    `insert into agreement (controller_id, processor_id, title, data_categories, person_categories, person_count, points, concept, next_due_on)
      select ${org}, m.id, 'Aftale ' || n, '{}', '{}', 1000, case when n % 40 > 0 then 1 + n % 10 end, case when n % 40 > 0 then 1 + n % 6 end, case when n % 9 > 0 then current_date - 20 + n % 500 end
      from generate_series(1, ${size}) n join mine m on m.place = n % greatest(1, ${size} / 4)`,
    `insert into supervision (controller_id, agreement_id, title, controller_name, processor_name, concept, state, due_on, sent_at, submitted_at, concluded_at, created_at)
      select ${org}, id, title, 'Kommune', 'Databehandler', 3, 'archived', current_date - 370, now() - interval '400 days', now() - interval '380 days', now() - interval '370 days', now() - interval '410 days'
      from agreement where controller_id = ${org} and concept > 1`,
    `insert into supervision (controller_id, agreement_id, title, controller_name, processor_name, concept, state, due_on, sent_at, created_at)
      select ${org}, id, title, 'Kommune', 'Databehandler', 3, state, current_date - 10 + (random() * 40)::int, now() - interval '30 days', now() - interval '31 days'
      from (select *, (array['sent', 'answering', 'submitted', 'assessing', 'draft', 'concluded', 'concluded', 'concluded', 'concluded', 'concluded'])[1 + (random() * 9)::int] as state
        from agreement where controller_id = ${org} and concept > 1) a`,
    `update agreement a set standing = coalesce((select case when s.state in ('sent', 'answering') then 'awaiting-processor'
        when s.state = 'concluded' then (array['in-order', 'in-order', 'in-order-with-remarks', 'not-in-order'])[1 + (random() * 3)::int] else 'awaiting-controller' end
      from supervision s where s.agreement_id = a.id order by s.created_at desc limit 1), 'none') where controller_id = ${org}`,
    `insert into finding (supervision_id, agreement_id, controller_id, rule, rule_version, severity, blocking, source, state, due_on, accepted_until)
      select id, agreement_id, ${org}, 'ANSWER-PARTLY', 1, 'minor', false, 'G6', (array['open', 'agreed', 'reported-done', 'verified', 'verified', 'risk-accepted'])[1 + (random() * 5)::int], current_date - 30 + (random() * 200)::int, current_date + (random() * 300)::int
      from supervision where controller_id = ${org} and state = 'archived' and random() < 0.5`,
    `insert into concept_choice (controller_id, agreement_id, score_id, concept, minimum, below_band, reason, state, chosen_by_id, chosen_by_name)
      select ${org}, id, gen_random_uuid(), 2, 3, true, 'Begrundelse', 'awaiting-approval', '${person}', 'Mette Dahl' from agreement where controller_id = ${org} and random() < 0.01`,
    `insert into session (id_hash, person_id, organisation_id) values ('${hashOf(session)}', '${person}', ${org})`,
  ];
  await connected(ownerUrl, async (client) => {
    // The states stand at once, not by the moves that lead there.
    await client.query("select setseed(0.5)");
    const quiet = ["supervision", "agreement", "finding"];
    for (const table of quiet) await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    for (const table of quiet) await client.query(`alter table ${table} enable trigger user`);
    await client.query("drop table mine");
  });
  return `session=${session}`;
}

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number) => Number(value.toFixed(2));
