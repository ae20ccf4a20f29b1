import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { dueBounds, monthsOf, withLate } from "./overview.ts";
import type { MonthCount, StandingCount } from "./overview.ts";

/** The numbers of the overview. `supervised`: a supervision was ever opened. */
export type Figures = {
  standings: StandingCount[];
  months: MonthCount[];
  findings: { open: number; overdue: number };
  registered: { processors: boolean; supervised: boolean };
};

type Row = {
  standings: StandingCount[] | null;
  months: { due: number; count: number }[] | null;
  late: { points: number | null; count: number }[] | null;
  openFindings: number;
  lateFindings: number;
  processors: boolean;
  supervised: boolean;
};

/**
 * Counts everything at once, from indexes alone: how agreements stand (the same as standingOf says of each), which months have planned
 * supervisions, and the open findings (those that countFindings counts).
 */
export async function overviewFigures(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, today: IsoDate): Promise<Figures> {
  const { days, soonEnds } = dueBounds(today);
  const [row] = await tx.$queryRaw<Row[]>`
    with plain as materialized (
      select points, standing, concept is null as unchosen, width_bucket(next_due_on, ${`{${days.join(",")}}`}::date[]) as due, count(*)::int as count
      from agreement where controller_id = ${organisationId}::uuid and status = 'active' group by 1, 2, 3, 4),
    counted as (
      select points,
        case when standing = 'awaiting-controller' then 'waiting-for-us'
             when standing = 'awaiting-processor' then 'waiting-for-processor'
             when due = 0 then 'overdue'
             when standing = 'not-in-order' then 'not-in-order'
             when due < ${days.indexOf(soonEnds) + 1} then 'due-soon'
             when standing = 'in-order' then 'in-order'
             when standing = 'in-order-with-remarks' then 'with-remarks'
             when unchosen then 'not-planned'
             when due is null then 'on-event'
             else 'planned' end as standing, sum(count)::int as count
      from plain group by 1, 2),
    months as (
      select due, sum(count)::int as count from plain where due > 0 and standing not in ('awaiting-controller', 'awaiting-processor') group by due),
    late as (
      select a.points, count(*)::int as count from supervision s join agreement a on a.id = s.agreement_id and a.controller_id = s.controller_id
      where s.controller_id = ${organisationId}::uuid and s.state in ('sent', 'answering', 'returned') and s.due_on < ${today}::date
        and a.status = 'active' and a.standing = 'awaiting-processor'
        and not exists (select from supervision n where n.agreement_id = s.agreement_id and n.controller_id = s.controller_id
          and n.created_at > s.created_at and n.state in ('sent', 'answering', 'returned'))
      group by a.points),
    gaps as (
      select (standing.open + ended.open - gone.open)::int as open, (standing.late - gone.late)::int as late
      from (select count(*) as open, count(*) filter (where due_on < ${today}::date) as late
          from finding where controller_id = ${organisationId}::uuid and state in ('open', 'agreed', 'reported-done')) standing,
        (select count(*) as open from finding where controller_id = ${organisationId}::uuid and state = 'risk-accepted' and accepted_until < ${today}::date) ended,
        (select count(*) as open, count(*) filter (where f.due_on < ${today}::date and f.state <> 'risk-accepted') as late
          from supervision s join finding f on f.supervision_id = s.id and f.controller_id = s.controller_id where s.controller_id = ${organisationId}::uuid and s.state = 'withdrawn'
            and (f.state in ('open', 'agreed', 'reported-done') or (f.state = 'risk-accepted' and f.accepted_until < ${today}::date))) gone)
    select (select jsonb_agg(jsonb_build_object('points', points, 'standing', standing, 'count', count)) from counted) as standings,
      (select jsonb_agg(jsonb_build_object('due', due, 'count', count)) from months) as months,
      (select jsonb_agg(jsonb_build_object('points', points, 'count', count)) from late) as late,
      gaps.open as "openFindings", gaps.late as "lateFindings",
      exists (select from processor where controller_id = ${organisationId}::uuid) as processors,
      exists (select from supervision where controller_id = ${organisationId}::uuid) as supervised
    from gaps`;
  if (!row) throw new Error("The overview was not counted");
  return {
    standings: withLate(row.standings ?? [], row.late ?? []),
    months: monthsOf(today, row.months ?? []),
    findings: { open: row.openFindings, overdue: row.lateFindings },
    registered: { processors: row.processors, supervised: row.supervised },
  };
}
