-- A closed breach that the processor tells something new of is open again, and says why. A round the portal stopped itself says what for.
ALTER TABLE "breach_record" ADD COLUMN "renotified_at" TIMESTAMPTZ(3);

ALTER TABLE "round" ADD COLUMN "stopped_for" TEXT NOT NULL DEFAULT '';

alter table breach_record add constraint breach_record_renotified check (renotified_at is null or closed_at is null);
alter table round add constraint round_stopped check (stopped_for = '' or (stopped_for = 'sender-gone' and state = 'cancelled'));

-- As before, and what was closed is open again.
create or replace function app.take_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_register uuid; v_agreement uuid; v_record uuid; v_active integer; v_reopened uuid; v_title text; c jsonb := new.content;
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
  insert into breach_record as r (controller_id, register_id, breach_id, source, title, nature, categories, person_count, record_count, consequences, measures,
      possible_only, occurred_at, processor_aware_at, notified_at, aware_at, created_by_name)
    values (new.controller_id, v_register, new.breach_id, 'notified', coalesce(c->>'title', ''), coalesce(c->>'nature', ''), coalesce(c->>'categories', ''),
      (c->>'personCount')::integer, (c->>'recordCount')::integer, coalesce(c->>'consequences', ''), coalesce(c->>'measures', ''), coalesce((c->>'possibleOnly')::boolean, false),
      (c->>'occurredAt')::timestamptz, (c->>'awareAt')::timestamptz, new.sent_at, new.sent_at, new.sent_by_name)
    on conflict (controller_id, breach_id) do update set title = excluded.title, nature = excluded.nature, categories = excluded.categories, person_count = excluded.person_count,
      record_count = excluded.record_count, consequences = excluded.consequences, measures = excluded.measures, possible_only = excluded.possible_only,
      occurred_at = excluded.occurred_at, processor_aware_at = least(r.processor_aware_at, excluded.processor_aware_at), version = r.version + 1
    returning r.id into v_record;
  if new.number = 1 and v_agreement is not null then
    insert into breach_record_agreement (record_id, agreement_id, controller_id) values (v_record, v_agreement, new.controller_id) on conflict do nothing;
  end if;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, detail)
    values (new.controller_id, app.person(), new.sent_by_name, new.processor_id, 'breach.notified', 'breach', v_record::text, jsonb_build_object('title', coalesce(c->>'title', ''), 'notice', new.number));
  -- Where it counts: the record it is the same breach as, else itself.
  update breach_record m set closed_at = null, renotified_at = new.sent_at, version = m.version + 1
    from breach_record r where r.id = v_record and m.id = coalesce(r.same_as_id, r.id) and m.controller_id = new.controller_id and m.closed_at is not null
    returning m.id, m.title into v_reopened, v_title;
  if v_reopened is not null then
    insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, detail)
      values (new.controller_id, app.person(), new.sent_by_name, new.processor_id, 'breach.reopened', 'breach', v_reopened::text, jsonb_build_object('title', v_title, 'notice', new.number));
  end if;
  return null;
end $$;
