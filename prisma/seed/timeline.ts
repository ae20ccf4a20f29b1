import type pg from "pg";
import { now } from "#app/config/clock.server.ts";

/** Something that happened at a moment of the past; `at` is that moment. */
export type Act = { at: Date; run: (at: Date) => Promise<void> };
type Lived = { from: Date; to: Date; shift: number };

/**
 * Plays acts in the order of their moments, for all organisations together, so that every trail reads in order. What an act writes bears the
 * time of the machine; from time to time the rows are moved back to when it is said to have happened. Only times are changed.
 */
export async function play(owner: pg.Client, acts: readonly Act[], after: () => Promise<void>): Promise<void> {
  const ordered = acts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  let lived: Lived[] = [];
  let month = "";
  let soonest = new Date(0);
  for (const { at: wished, run } of ordered) {
    // Acts of one moment follow each other.
    const at = wished > soonest ? wished : soonest;
    if (at.toISOString().slice(0, 7) !== month) {
      await moveBack(owner, lived);
      lived = [];
      month = at.toISOString().slice(0, 7);
    }
    const from = now();
    await run(at);
    await after();
    const to = now();
    const shift = from.getTime() - at.getTime();
    lived.push({ from, to, shift });
    soonest = new Date(to.getTime() - shift + 1);
  }
  await moveBack(owner, lived);
}

/** Moves every time written between `from` and `to` back by `shift` milliseconds, past the triggers that keep rows as they are. */
async function moveBack(owner: pg.Client, lived: readonly Lived[]): Promise<void> {
  if (lived.length === 0) return;
  const { rows: columns } = await owner.query<{ table: string; names: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text) as names from information_schema.columns c join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
     where c.table_schema = 'public' and c.data_type = 'timestamp with time zone' and c.table_name not in ('_prisma_migrations', 'worker_heartbeat') group by 1 order by 1`);
  // A worker that runs beside may hold what is wanted here, and want what is held: the whole is tried again.
  for (let tries = 1; ; tries += 1) {
    await owner.query("begin");
    try {
      await moveRows(owner, lived, columns);
      await owner.query("commit");
      return;
    } catch (error) {
      await owner.query("rollback");
      if (tries === 5 || (error as { code?: string }).code !== DEADLOCK) throw error;
    }
  }
}

const DEADLOCK = "40P01";

async function moveRows(owner: pg.Client, lived: readonly Lived[], columns: readonly { table: string; names: string[] }[]): Promise<void> {
  await owner.query("create temp table lived (began timestamptz, ended timestamptz, shift interval) on commit drop");
  await owner.query("insert into lived select * from unnest($1::timestamptz[], $2::timestamptz[], $3::interval[])",
    [lived.map(({ from }) => from), lived.map(({ to }) => to), lived.map(({ shift }) => `${shift} milliseconds`)]);
  for (const { table, names } of columns) {
    await owner.query(`alter table public."${table}" disable trigger user`);
    for (const name of names) await owner.query(`update public."${table}" t set "${name}" = "${name}" - l.shift from lived l where t."${name}" >= l.began and t."${name}" <= l.ended`);
    await owner.query(`alter table public."${table}" enable trigger user`);
  }
}
