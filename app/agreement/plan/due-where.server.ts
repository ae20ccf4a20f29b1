import { join, sql } from "#app/db/sql.server.ts";
import type { Sql } from "#app/db/sql.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { literally } from "../search-text.ts";
import type { DueFilter, DueState } from "./due-filter.ts";

/** The controller's own contact of an agreement a, who answers for it; "" where there is none. */
export const ownerOf = sql`coalesce((select c->>'name' from jsonb_array_elements(a.contacts) c where c->>'side' = 'controller' limit 1), '')`;

/** How line l of agreement a stands on a day: under way where a supervision of it is open (opened from it, asking it along, of its concept, or for the concern an extra one is due to). */
export const stateOn = (today: IsoDate) => sql`case
  when a.standing in ('awaiting-controller', 'awaiting-processor') and exists (select from supervision s join supervision_case k on k.supervision_id = s.id and k.controller_id = s.controller_id
    where s.agreement_id = a.id and s.controller_id = a.controller_id and s.state not in ('concluded', 'archived', 'withdrawn')
      and (k.plan_line_id = l.id or (l.kind = 'supplement' and l.concept = any(s.supplements)) or (k.plan_line_id is null and case l.kind when 'extra' then s.id = (select n.supervision_id from concern n where n.id = l.concern_id) else s.concept = l.concept end))) then 'under-way'
  when l.next_due_on < ${today}::date then 'overdue' else 'ahead' end`;

/** What the filter asks of lines l, agreements a and processors p; lines that are in no plan any more and agreements that ended are left out. */
export function dueWhere(filter: DueFilter): Sql {
  const { search = "", processorId, concept, points, owner, kind } = filter;
  const all = [sql`l.removed_at is null`, sql`a.status = 'active'`];
  if (search !== "") {
    const like = `%${literally(search)}%`;
    all.push(sql`(a.title ilike ${like} or a.reference ilike ${like} or p.name ilike ${like})`);
  }
  if (processorId !== undefined) all.push(sql`p.id = ${processorId}::uuid`);
  if (concept !== undefined) all.push(sql`l.concept = ${concept}`);
  if (points !== undefined) all.push(points === "none" ? sql`a.points is null` : sql`a.points between ${points.from} and ${points.to}`);
  if (owner !== undefined) all.push(sql`${ownerOf} = ${owner}`);
  if (kind !== undefined) all.push(sql`l.kind = ${kind}`);
  return join(all, " and ");
}

/** The state asked for, of rows that bear it as a column. */
export const inState = (state: DueState | undefined) => (state === undefined ? sql`true` : sql`state = ${state}`);
