import type { Tx } from "#app/db/client.server.ts";
import { sql } from "#app/db/sql.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { dueWhere, ownerOf, stateOn } from "./due-where.server.ts";
import type { DueFilter } from "./due-filter.ts";
import { monthsOfYear } from "./year-view.ts";
import type { YearItem, YearMonth, YearState } from "./year-view.ts";

type Row = { month: string; total: number; counts: Partial<Record<YearState, number>>; items: YearItem[] };
export type YearQuestion = { year: number; today: IsoDate; filter: DueFilter; most: number };

/** What a year brings, month by month, counted in one statement whatever the number of agreements; of each month the first `most` by state, points and title. */
export async function loadYear(tx: Tx, { year, today, filter, most }: YearQuestion): Promise<YearMonth[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { state, kind: _kind, ...narrowed } = filter;
  const shown = state === undefined ? sql`true` : sql`state = ${state}`;
  const rows = await tx.$queryRaw<Row[]>`
    with planned as materialized (
      select l.id, l.version, l.kind, l.concept, l.interval_months, l.next_due_on, a.id as agreement_id, a.title, a.points, p.name, ${stateOn(today)} as state
      from plan_line l join agreement a on a.id = l.agreement_id and a.controller_id = l.controller_id join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
      where l.next_due_on <= ${last}::date and ${dueWhere(filter)}),
    items as (
      select n.id || ':' || k as key, n.id as line_id, n.version, null::uuid as supervision_id, n.kind, n.concept, (n.next_due_on + make_interval(months => k * coalesce(n.interval_months, 0)))::date as day,
        case when k = 0 then n.state else 'expected' end as state, n.agreement_id, n.title, n.name, n.points
      from planned n cross join lateral generate_series(0, case when n.interval_months is null then 0 else ((${last}::date - n.next_due_on) / 28) / n.interval_months + 1 end) k
      union all
      select s.id::text, null, 0, s.id, null, s.concept, (s.concluded_at at time zone 'Europe/Copenhagen')::date, 'held', a.id, a.title, p.name, a.points
      from supervision s join agreement a on a.id = s.agreement_id and a.controller_id = s.controller_id join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
      cross join lateral (select null::uuid as id, s.concept, s.controller_id, null::timestamptz as removed_at, 'primary' as kind, null::date as next_due_on, null::uuid as concern_id) l
      where s.concluded_at >= ${first}::date - interval '1 day' and s.concluded_at < ${last}::date + interval '2 days' and ${dueWhere(narrowed)}),
    ranked as (
      select *, to_char(day, 'YYYY-MM') as month, row_number() over (partition by to_char(day, 'YYYY-MM')
        order by array_position(array['overdue', 'under-way', 'ahead', 'expected', 'held'], state), points desc nulls last, day, title, key) as place
      from items where day between ${first}::date and ${last}::date and ${shown})
    select month, count(*)::int as total,
      (select jsonb_object_agg(c.state, c.n) from (select r.state, count(*)::int as n from ranked r where r.month = ranked.month group by 1) c) as counts,
      jsonb_agg(jsonb_build_object('key', key, 'lineId', line_id, 'version', version, 'supervisionId', supervision_id, 'kind', kind, 'concept', concept, 'on', day, 'state', state,
        'agreementId', agreement_id, 'title', title, 'processorName', name, 'points', points) order by place) filter (where place <= ${most}) as items
    from ranked group by month`;
  return monthsOfYear(year).map((month) => rows.find((row) => row.month === month) ?? { month, total: 0, counts: {}, items: [] });
}

/** Lines that were due before the year began and still are. */
export async function countLeftOver(tx: Tx, { year, today, filter }: Omit<YearQuestion, "most">): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select ${stateOn(today)} as state from plan_line l join agreement a on a.id = l.agreement_id and a.controller_id = l.controller_id
      join processor p on p.id = a.processor_id and p.controller_id = a.controller_id where l.next_due_on < ${`${year}-01-01`}::date and l.next_due_on < ${today}::date and ${dueWhere(filter)}) due where state = 'overdue'`;
  return row?.count ?? 0;
}

/** The controller's own contacts of agreements in force, to filter by. */
export async function listOwners(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ owner: string }[]>`select distinct ${ownerOf} as owner from agreement a where a.status = 'active' and jsonb_array_length(a.contacts) > 0 order by 1 limit 200`;
  return rows.map(({ owner }) => owner).filter((owner) => owner !== "");
}
