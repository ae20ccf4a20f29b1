-- Breaches cross the border in one direction: the processor notifies, and the controller's own register has it at the same moment. One record for each breach and controller.
DROP INDEX "breach_record_controller_id_breach_id_agreement_id_key";

ALTER TABLE "breach_record" ADD COLUMN     "high_risk" BOOLEAN,
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "persons_reason" TEXT NOT NULL DEFAULT '';

CREATE INDEX "breach_record_register_id_controller_id_idx" ON "breach_record"("register_id", "controller_id");

CREATE INDEX "breach_record_supervision_id_controller_id_idx" ON "breach_record"("supervision_id", "controller_id");

CREATE UNIQUE INDEX "breach_record_controller_id_breach_id_key" ON "breach_record"("controller_id", "breach_id");

ALTER TABLE "breach_record" ADD CONSTRAINT "breach_record_register_id_controller_id_fkey" FOREIGN KEY ("register_id", "controller_id") REFERENCES "processor"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_record" ADD CONSTRAINT "breach_record_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A disclosed breach is the same as one record at most.
create unique index breach_record_disclosed_key on breach_record (supervision_id, disclosed_ref) where supervision_id is not null;

alter table breach add constraint breach_counts check (person_count >= 0 and record_count >= 0), add constraint breach_title check (length(btrim(title)) > 0);
alter table breach_record add constraint breach_record_counts check (person_count >= 0 and record_count >= 0),
  add constraint breach_record_decided check (case authority_decision when 'notified' then authority_notified_at is not null when 'not-required' then length(btrim(authority_reason)) > 0 else authority_notified_at is null end),
  add constraint breach_record_matched check ((supervision_id is null) = (disclosed_ref = ''));

-- Whom the processor in context may notify: controllers that have it in their register and have sent it at least one request. Names only.
create function app.my_controllers() returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.name from organisation o
  where exists (select from processor p where p.organisation_id = app.tenant() and p.controller_id = o.id)
    and exists (select from supervision s where s.processor_id = app.tenant() and s.controller_id = o.id and s.sent_at is not null)
  order by o.name, o.id
$$;

-- What is notified stands in the controller's register, and in its trail, the moment it is told; a later word brings the record up to date.
-- The clock runs from the earliest awareness ever told of. An only agreement with the processor is assigned at once.
create function app.take_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_register uuid; v_agreement uuid; v_record uuid; v_active integer; c jsonb := new.content;
begin
  if not exists (select from processor p where p.controller_id = new.controller_id and p.organisation_id = new.processor_id)
     or not exists (select from supervision s where s.controller_id = new.controller_id and s.processor_id = new.processor_id and s.sent_at is not null) then
    raise exception 'this controller has nothing to do with the processor' using errcode = 'TP005';
  end if;
  select count(*) into v_active from agreement a join processor p on p.id = a.processor_id
    where a.controller_id = new.controller_id and p.organisation_id = new.processor_id and a.status = 'active';
  select a.id, a.processor_id into v_agreement, v_register from agreement a join processor p on p.id = a.processor_id
    where v_active = 1 and a.controller_id = new.controller_id and p.organisation_id = new.processor_id and a.status = 'active';
  if v_register is null then
    select p.id into v_register from processor p where p.controller_id = new.controller_id and p.organisation_id = new.processor_id order by p.created_at, p.id limit 1;
  end if;
  insert into breach_record as r (controller_id, agreement_id, register_id, breach_id, source, title, nature, categories, person_count, record_count, consequences, measures,
      possible_only, occurred_at, processor_aware_at, notified_at, aware_at, created_by_name)
    values (new.controller_id, v_agreement, v_register, new.breach_id, 'notified', coalesce(c->>'title', ''), coalesce(c->>'nature', ''), coalesce(c->>'categories', ''),
      (c->>'personCount')::integer, (c->>'recordCount')::integer, coalesce(c->>'consequences', ''), coalesce(c->>'measures', ''), coalesce((c->>'possibleOnly')::boolean, false),
      (c->>'occurredAt')::timestamptz, (c->>'awareAt')::timestamptz, new.sent_at, new.sent_at, new.sent_by_name)
    on conflict (controller_id, breach_id) do update set title = excluded.title, nature = excluded.nature, categories = excluded.categories, person_count = excluded.person_count,
      record_count = excluded.record_count, consequences = excluded.consequences, measures = excluded.measures, possible_only = excluded.possible_only,
      occurred_at = excluded.occurred_at, processor_aware_at = least(r.processor_aware_at, excluded.processor_aware_at), version = r.version + 1
    returning r.id into v_record;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, detail)
    values (new.controller_id, app.person(), new.sent_by_name, new.processor_id, 'breach.notified', 'breach', v_record::text, jsonb_build_object('title', coalesce(c->>'title', ''), 'notice', new.number));
  return null;
end $$;
create trigger take_notice after insert on breach_notice for each row execute function app.take_notice();

grant execute on function app.my_controllers() to portal_runtime;
