-- A ladder belongs to one silence: the due date that was passed. After an answer that is returned, or more time, the steps begin anew, and a
-- higher concept proposed in an earlier silence is no longer up for decision.
alter table escalation add column due_on date;
-- Rows taken before get the date they were about; the guard of taken steps looks away for this one time.
alter table escalation disable trigger guard_escalation;
update escalation e set due_on = coalesce(s.due_on, (e.at at time zone 'Europe/Copenhagen')::date - e.overdue_days) from supervision s where s.id = e.supervision_id;
alter table escalation enable trigger guard_escalation;
alter table escalation alter column due_on set not null;
drop index escalation_supervision_id_step_key;
create unique index escalation_supervision_id_due_on_step_key on escalation (supervision_id, due_on, step);

create or replace function app.escalations_waiting() returns table (organisation_id uuid, supervision_id uuid, today date) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.controller_id, s.id, t.today from (select (now() at time zone 'Europe/Copenhagen')::date as today) t, supervision s join organisation o on o.id = s.controller_id
  where s.state in ('sent', 'answering', 'returned') and s.due_on between t.today - 366 and t.today - o.escalation_days[1]
    and not exists (select from escalation e where e.supervision_id = s.id and e.due_on = s.due_on and e.step = 'step-up')
$$;
