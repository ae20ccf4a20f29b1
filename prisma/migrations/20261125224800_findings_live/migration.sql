-- Findings live: reported done by the processor, sent back, continued by the next supervision, reminded of on their dates.
alter table finding add column sent_back text not null default '';
alter table finding drop constraint finding_state,
  add constraint finding_state check (state in ('open', 'agreed', 'reported-done', 'verified', 'risk-accepted', 'closed-not-a-gap', 'continued'));
alter table finding add constraint finding_previous_fkey foreign key (previous_id, controller_id) references finding (id, controller_id) on delete restrict on update cascade;
create index "finding_previous_id_controller_id_idx" on finding (previous_id, controller_id);

-- Whether a statement of type 1 is refused from 7 points (GAP-9): the controller's own policy.
alter table organisation add column refuse_type_one boolean not null default false;
grant update (refuse_type_one) on organisation to portal_runtime;

-- The processor's word that a measure is done. It writes its own row; this carries the state across, because the finding is the controller's.
create function app.take_finding_report() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update finding set state = 'reported-done', sent_back = '', version = version + 1
  where id = new.finding_id and controller_id = new.controller_id and processor_id = new.processor_id and released_at is not null and state in ('open', 'agreed');
  if not found then raise exception 'the finding is not open for a report' using errcode = 'TP003'; end if;
  return null;
end $$;
create trigger take_finding_report after insert on finding_report for each row execute function app.take_finding_report();

-- What is to be reminded of today, over all controllers: measures due within a week or late, accepted risks that end within a month or have ended.
create index finding_measure_idx on finding (due_on) where state = 'agreed';
create index finding_acceptance_idx on finding (accepted_until) where state = 'risk-accepted';
create function app.findings_waiting() returns table (organisation_id uuid, finding_id uuid, state text, due_on date, accepted_until date, today date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select f.controller_id, f.id, f.state, f.due_on, f.accepted_until, d.today
  from (select (now() at time zone 'Europe/Copenhagen')::date as today) d
  join finding f on (f.state = 'agreed' and f.due_on between d.today - 60 and d.today + 7) or (f.state = 'risk-accepted' and f.accepted_until <= d.today + 30)
  where not exists (select from supervision s where s.id = f.supervision_id and s.state = 'withdrawn')
$$;
grant execute on function app.findings_waiting() to portal_runtime;
