import { empty, sql } from "#app/db/sql.server.ts";
import type { Sql } from "#app/db/sql.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { dueWhere, inState, ownerOf, stateOn } from "./due-where.server.ts";
import type { DueFilter, DueLine, DueOrder, DueSort } from "./due-filter.ts";

/** `on`: due that day or before; `from`: and not before this one; `today`: the day states are told of (else `on`). */
export type DueQuestion = { on: IsoDate; from?: IsoDate; today?: IsoDate; filter?: DueFilter; order?: DueOrder; take?: number; skip?: number };

/** Who is due on a day: the lines of plans, those due first unless ordered otherwise. Row-level security keeps to the organisation in context. */
export async function listDue(tx: Tx, { on, from, today = on, filter = {}, order = { key: "due", direction: "ascending" }, take, skip = 0 }: DueQuestion): Promise<DueLine[]> {
  return tx.$queryRaw<DueLine[]>`
    select * from (${dueRows(today, sql`l.next_due_on <= ${on}::date and ${from === undefined ? sql`true` : sql`l.next_due_on >= ${from}::date`} and ${dueWhere(filter)}`)}) due
    where ${inState(filter.state)} order by ${orderOf(order)}, "dueOn", title, "lineId" ${take === undefined ? empty : sql`limit ${take}`} offset ${skip}`;
}

/** How many lines listDue would tell. */
export async function countDue(tx: Tx, { on, from, today = on, filter = {} }: DueQuestion): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${dueRows(today, sql`l.next_due_on <= ${on}::date and ${from === undefined ? sql`true` : sql`l.next_due_on >= ${from}::date`} and ${dueWhere(filter)}`)}) due
    where ${inState(filter.state)}`;
  return row?.count ?? 0;
}

/** Lines with what is shown of them. */
export function dueRows(today: IsoDate, where: Sql): Sql {
  return sql`
    select l.id::text as "lineId", l.version, l.kind, l.concept, l.interval_months as "intervalMonths", l.next_due_on::text as "dueOn", l.own_questionnaire_id::text as "ownQuestionnaireId",
      l.concern_id::text as "concernId", a.id::text as "agreementId", a.title, a.reference, a.points, p.id::text as "processorId", p.name as "processorName", ${ownerOf} as owner, ${stateOn(today)} as state
    from plan_line l join agreement a on a.id = l.agreement_id and a.controller_id = l.controller_id join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
    where ${where}`;
}

function orderOf({ key, direction }: DueOrder): Sql {
  const columns: Readonly<Record<DueSort, Sql>> = {
    due: sql`"dueOn"`, title: sql`title`, processor: sql`"processorName"`, concept: sql`concept`, points: sql`points`, state: sql`state`,
  };
  return sql`${columns[key]} ${direction === "ascending" ? sql`asc nulls last` : sql`desc nulls last`}`;
}
