import type pg from "pg";
import { SPEC } from "./spec.ts";
import type { Asker, Row } from "./spec.ts";
import { ACTORS, orgOf, personOf } from "./world.ts";

/** What PostgreSQL says when row-level security or a missing grant refuses. */
const DENIED = "42501";

/** One try: what the specification says, and what the database did. */
type Outcome = { allowed: boolean; error: string | null };

/** Every disagreement between the database and the specification, one line each, and how many tries were made. */
export type MatrixResult = { tries: number; wrong: string[] };

/** Tries tables × rows × actors × verbs as the runtime role; `only` limits it to one table. */
export async function runMatrix(owner: pg.Client, runtime: pg.Client, only?: string): Promise<MatrixResult> {
  const result: MatrixResult = { tries: 0, wrong: [] };
  for (const name of Object.keys(SPEC).filter((one) => only === undefined || one === only)) {
    const types = await columnTypes(owner, name);
    const { rows } = await owner.query<Row>(`select * from ${name}`);
    for (const actor of ACTORS) {
      const who: Asker = { organisation: orgOf(actor), person: personOf(actor) };
      await runtime.query("begin");
      await runtime.query("select set_config('app.tenant_id', $1, true), set_config('app.person_id', $2, true)", [who.organisation, who.person]);
      await tryTable(runtime, name, rows, types, who, (verb, expected, outcome) => {
        result.tries += 1;
        if (expected !== outcome.allowed) result.wrong.push(`${name}: ${actor} ${verb}: expected ${expected ? "allowed" : "refused"}, was ${outcome.allowed ? "allowed" : "refused"}${outcome.error ? ` (${outcome.error})` : ""}`);
      });
      await runtime.query("rollback");
    }
    const lost = await attempt(runtime, `select count(*) from ${name}`, [], true);
    result.tries += 1;
    if (lost.error !== DENIED) result.wrong.push(`${name}: without context: expected ${DENIED}, was ${lost.error ?? "an answer"}`);
  }
  return result;
}

type Judge = (verb: string, expected: boolean, outcome: Outcome) => void;

async function tryTable(runtime: pg.Client, name: string, rows: Row[], types: Map<string, string>, who: Asker, judge: Judge): Promise<void> {
  const spec = SPEC[name]!;
  const readable = rows.filter((row) => spec.read(row, who)).length;
  const counted = await attempt(runtime, `select count(*)::int as n from ${name}`, [], false);
  const seen = counted.error === null ? Number(counted.rows[0]?.n) : 0;
  judge(`counts ${seen} of ${readable}`, true, { allowed: seen === readable, error: counted.error });
  // Without a WHERE no right to read is needed, so that only the writing policy stands in the way.
  const changeable = rows.filter((row) => spec.update(row, who)).length;
  const blind = await attempt(runtime, `update ${name} set ${spec.touch} = $1`, [rows[0]?.[spec.touch]], true);
  judge(`blindly updates ${blind.count} of ${changeable}`, true, { allowed: blind.count === changeable, error: blind.error });
  if (changeable > 0) {
    const elsewhere = ACTORS.map(orgOf).find((organisation) => organisation !== who.organisation);
    const all = await attempt(runtime, `update ${name} set ${spec.writer} = $1`, [elsewhere], true);
    judge("moves all", false, { allowed: all.error !== DENIED, error: all.error });
  }
  for (const row of rows) {
    const where = spec.key.map((column, at) => `${column} = $${at + 1}`).join(" and ");
    const key = spec.key.map((column) => row[column]);
    const label = JSON.stringify(key);
    const read = await attempt(runtime, `select 1 from ${name} where ${where}`, key, false);
    judge(`reads ${label}`, spec.read(row, who), { allowed: read.rows.length === 1, error: read.error });

    const touched = await attempt(runtime, `update ${name} set ${spec.touch} = ${spec.touch} where ${where}`, key, true);
    judge(`updates ${label}`, spec.update(row, who), { allowed: touched.count === 1, error: touched.error });

    const other = ACTORS.map(orgOf).find((organisation) => organisation !== row[spec.writer]);
    const moved = await attempt(runtime, `update ${name} set ${spec.writer} = $${key.length + 1} where ${where}`, [...key, other], true);
    // Who may change the row must be stopped by the wall itself, not by a key that happens to be in the way.
    const slipped = spec.update(row, who) ? moved.error !== DENIED : moved.count === 1;
    judge(`moves ${label}`, false, { allowed: slipped, error: moved.error });

    const copy: Row = { ...row, ...spec.copy(row) };
    const columns = Object.keys(copy).filter((column) => types.has(column));
    const values = columns.map((column) => (types.get(column) === "jsonb" ? JSON.stringify(copy[column]) : copy[column]));
    const sql = `insert into ${name} (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`;
    const added = await attempt(runtime, sql, values, true);
    judge(`inserts like ${label}`, spec.insert(row, who), { allowed: added.count === 1, error: added.error });
    const answered = await attempt(runtime, `${sql} returning 1`, values, true);
    judge(`inserts returning like ${label}`, spec.insert(row, who), { allowed: answered.count === 1, error: answered.error });

    const deleted = await attempt(runtime, `delete from ${name} where ${where}`, key, true);
    judge(`deletes ${label}`, false, { allowed: deleted.count === 1, error: deleted.error });
  }
}

async function attempt(runtime: pg.Client, sql: string, values: unknown[], undo: boolean): Promise<{ rows: Row[]; count: number; error: string | null }> {
  await runtime.query("savepoint attempt").catch(() => undefined);
  try {
    const { rows, rowCount } = await runtime.query<Row>(sql, values);
    return { rows, count: rowCount ?? 0, error: null };
  } catch (error) {
    undo = true;
    return { rows: [], count: 0, error: (error as { code?: string }).code ?? String(error) };
  } finally {
    if (undo) await runtime.query("rollback to savepoint attempt").catch(() => undefined);
  }
}

async function columnTypes(owner: pg.Client, name: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ column_name: string; data_type: string }>("select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = $1", [name]);
  return new Map(rows.map((row) => [row.column_name, row.data_type]));
}
