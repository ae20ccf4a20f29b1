-- A draft may name its processor already (link_processor joins everything under way), but is nothing to it until sent: what is recorded
-- of it stays in the controller's own trail.
create or replace function app.record_audit(p_actor_name text, p_action text, p_subject_type text, p_subject_id text, p_supervision uuid, p_shared boolean, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_tenant uuid := app.tenant(); v_other uuid;
begin
  if p_shared and p_supervision is not null then
    select case when s.controller_id = v_tenant then s.processor_id else s.controller_id end into v_other
      from supervision s where s.id = p_supervision and s.sent_at is not null and (s.controller_id = v_tenant or s.processor_id = v_tenant);
  end if;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, supervision_id, detail)
    select x.org, app.person(), p_actor_name, v_tenant, p_action, p_subject_type, p_subject_id, p_supervision, p_detail
    from (values (v_tenant), (v_other)) x(org) where x.org is not null;
end $$;

-- Holds a request of the caller's that is being answered until the transaction ends: whoever signs waits for answers on their way in, and
-- answers begun later find it handed in. The row is the controller's, so the processor cannot take it itself.
create function app.hold_request(p_supervision uuid) returns void language sql security definer set search_path = pg_catalog, public as $$
  select from supervision where id = p_supervision and processor_id = app.tenant() and state in ('answering', 'returned') for no key update
$$;
grant execute on function app.hold_request(uuid) to portal_runtime;

-- After a return the plan of reminders begins with the return: nobody is reminded within the hour of what was just sent back.
create or replace function app.reminders_waiting() returns table (organisation_id uuid, supervision_id uuid, sent_on date, due_on date, today date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.controller_id, s.id, (case when s.state = 'returned' then coalesce(s.returned_at, s.sent_at) else s.sent_at end at time zone 'Europe/Copenhagen')::date, s.due_on,
    (now() at time zone 'Europe/Copenhagen')::date
  from supervision s where s.state in ('sent', 'answering', 'returned') and s.due_on is not null
    and s.due_on between (now() at time zone 'Europe/Copenhagen')::date - 60 and (now() at time zone 'Europe/Copenhagen')::date + 8
$$;
