-- Rounds are sent by the worker in the name of the one who started them; a step-up of the escalation ladder names the supervision it led to.
ALTER TABLE "escalation" ADD COLUMN     "next_supervision_id" UUID;

ALTER TABLE "round" ADD COLUMN     "started_by_id" UUID,
ADD COLUMN     "started_by_name" TEXT NOT NULL DEFAULT '';

CREATE INDEX "escalation_next_supervision_id_controller_id_idx" ON "escalation"("next_supervision_id", "controller_id");

ALTER TABLE "escalation" ADD CONSTRAINT "escalation_next_supervision_id_controller_id_fkey" FOREIGN KEY ("next_supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Many entries of the trail in one statement: what app.record_audit does of each, in the order given.
create function app.record_audits(p_actor_name text, p_entries jsonb) returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, supervision_id, detail)
  select x.org, app.person(), p_actor_name, app.tenant(), e.action, e.subject_type, e.subject_id, e.supervision_id, e.detail
  from rows from (jsonb_to_recordset(p_entries) as (action text, subject_type text, subject_id text, supervision_id uuid, shared boolean, detail jsonb))
    with ordinality as e(action, subject_type, subject_id, supervision_id, shared, detail, place)
  left join supervision s on e.shared and s.id = e.supervision_id and s.sent_at is not null and (s.controller_id = app.tenant() or s.processor_id = app.tenant())
  cross join lateral (values (app.tenant(), 1), (case when s.controller_id = app.tenant() then s.processor_id else s.controller_id end, 2)) x(org, turn)
  where x.org is not null order by e.place, x.turn
$$;

-- The worker: rounds under way, and silent processors whose ladder may have another step. Ids only.
create function app.rounds_waiting() returns table (organisation_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.controller_id, r.id from round r where r.state = 'sending' and r.started_at < now() - interval '1 minute' order by r.started_at limit 100
$$;
create function app.escalations_waiting() returns table (organisation_id uuid, supervision_id uuid, today date) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.controller_id, s.id, t.today from (select (now() at time zone 'Europe/Copenhagen')::date as today) t, supervision s join organisation o on o.id = s.controller_id
  where s.state in ('sent', 'answering', 'returned') and s.due_on between t.today - 366 and t.today - o.escalation_days[1]
    and not exists (select from escalation e where e.supervision_id = s.id and e.step = 'step-up')
$$;

grant execute on function app.record_audits(text, jsonb), app.rounds_waiting(), app.escalations_waiting() to portal_runtime;
