import type { Tx } from "#app/db/client.server.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { SHOWN_TASKS } from "./overview.ts";
import type { Task } from "./overview.ts";

/** Days before an accepted risk expires from which it is a task. */
const EXPIRY_DAYS = 30;

/**
 * What the controller is to do, the first few of each kind and one more, in one statement: each kind is read in the order of an index and
 * stops early, whatever the number of agreements. Choices below the band are for the DPO.
 */
export async function overviewTasks(tx: Tx, { organisationId: own, roles }: Pick<Scope, "organisationId" | "roles">, today: IsoDate): Promise<Task[]> {
  const most = SHOWN_TASKS + 1;
  const soon = addDays(today, EXPIRY_DAYS);
  return tx.$queryRaw<Task[]>`
    select kind, id::text, title, "processorName", day::text, rule from (
      select * from (select 'remind' as kind, s.id, s.title, s.processor_name as "processorName", s.due_on as day, '' as rule
        from unnest(array['sent', 'answering', 'returned']) waits, lateral (select id, title, processor_name, due_on from supervision
          where controller_id = ${own}::uuid and state = waits and due_on < ${today}::date order by due_on limit ${most}) s order by s.due_on limit ${most}) one
      union all
      select * from (select 'read-reply', s.id, s.title, s.processor_name, (min(m.created_at) at time zone 'Europe/Copenhagen')::date, ''
        from (select id, supervision_id from clarification where controller_id = ${own}::uuid and closed_at is null order by opened_at desc limit 100) c
        cross join lateral (select author_id, created_at from clarification_message where clarification_id = c.id order by created_at desc, id limit 1) m
        join supervision s on s.id = c.supervision_id where m.author_id <> ${own}::uuid group by s.id order by min(m.created_at) limit ${most}) one
      union all
      select * from (select case state when 'submitted' then 'assess' when 'draft' then 'send' else 'go-on' end, s.id, s.title, s.processor_name,
          (coalesce(s.assessing_at, s.submitted_at, s.created_at) at time zone 'Europe/Copenhagen')::date, ''
        from unnest(array['submitted', 'draft', 'assessing']) ours, lateral (select * from supervision
          where controller_id = ${own}::uuid and state = ours order by due_on limit ${most}) s) one
      union all
      select * from (select 'approve', a.id, a.title::text, p.name::text, (c.chosen_at at time zone 'Europe/Copenhagen')::date, ''
        from concept_choice c join agreement a on a.id = c.agreement_id join processor p on p.id = a.processor_id
        where ${roles.includes("dpo")} and c.controller_id = ${own}::uuid and c.state = 'awaiting-approval' and a.status = 'active' order by c.chosen_at limit ${most}) one
      union all
      select * from (select 'reassess', a.id, a.title::text, p.name::text, (r.created_at at time zone 'Europe/Copenhagen')::date, ''
        from reassessment r join agreement a on a.id = r.agreement_id join processor p on p.id = a.processor_id
        where r.controller_id = ${own}::uuid and r.state = 'open' and a.status = 'active' order by r.created_at limit ${most}) one
      union all
      select * from (select 'step-up', s.id, s.title, s.processor_name, (e.at at time zone 'Europe/Copenhagen')::date, ''
        from escalation e join supervision s on s.id = e.supervision_id and s.controller_id = e.controller_id
        where ${roles.includes("dpo")} and e.controller_id = ${own}::uuid and e.state = 'proposed' and e.due_on = s.due_on and s.state in ('sent', 'answering', 'returned') and s.due_on < ${today}::date order by e.at limit ${most}) one
      union all
      select * from (select 'begin', a.id, a.title::text, p.name::text, a.next_due_on, '' from (select id, title, processor_id, next_due_on from agreement
          where controller_id = ${own}::uuid and status = 'active' and next_due_on < ${today}::date and standing not in ('awaiting-controller', 'awaiting-processor')
          order by next_due_on limit ${most}) a join processor p on p.id = a.processor_id order by a.next_due_on) one
      union all
      select * from (select case f.state when 'agreed' then 'measure-late' when 'reported-done' then 'verify' else 'risk-expires' end, f.id, a.title::text, coalesce(s.processor_name, p.name::text),
          case f.state when 'reported-done' then coalesce(greatest((select max(r.reported_at at time zone 'Europe/Copenhagen')::date from finding_report r where r.finding_id = f.id),
            (select max(d.decided_at at time zone 'Europe/Copenhagen')::date from finding_decision d where d.finding_id = f.id)), f.due_on)
            else coalesce(f.accepted_until, f.due_on) end, f.rule
        from unnest(array['agreed', 'reported-done', 'risk-accepted']) stands, lateral (select * from finding
          where controller_id = ${own}::uuid and state = stands and (stands <> 'agreed' or due_on < ${today}::date) and (stands <> 'risk-accepted' or accepted_until <= ${soon}::date)
          order by due_on limit ${most}) f join agreement a on a.id = f.agreement_id join processor p on p.id = a.processor_id
          left join supervision s on s.id = f.supervision_id where s.state is distinct from 'withdrawn') one
    ) tasks order by day, id`;
}
