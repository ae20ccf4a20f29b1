-- A breach may fall under several agreements with its processor, each with its own limit and its own place in a supervision's answer. A notice may be
-- of a breach the controller has in its register already: it then counts there, and can be parted from it again. What the controller asks the processor about it is kept.
ALTER TABLE "breach_record" ADD COLUMN "same_as_id" UUID;

CREATE TABLE "breach_record_agreement" (
    "record_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "supervision_id" UUID,
    "disclosed_ref" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "breach_record_agreement_pkey" PRIMARY KEY ("record_id","agreement_id")
);

CREATE TABLE "breach_inquiry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL DEFAULT '',
    "sent_by_id" UUID NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "breach_inquiry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "breach_record_agreement_record_id_controller_id_idx" ON "breach_record_agreement"("record_id", "controller_id");

CREATE INDEX "breach_record_agreement_agreement_id_controller_id_idx" ON "breach_record_agreement"("agreement_id", "controller_id");

CREATE INDEX "breach_record_agreement_controller_id_idx" ON "breach_record_agreement"("controller_id");

CREATE INDEX "breach_record_agreement_supervision_id_controller_id_idx" ON "breach_record_agreement"("supervision_id", "controller_id");

CREATE INDEX "breach_inquiry_record_id_controller_id_idx" ON "breach_inquiry"("record_id", "controller_id");

CREATE INDEX "breach_inquiry_controller_id_idx" ON "breach_inquiry"("controller_id");

CREATE UNIQUE INDEX "breach_inquiry_record_id_number_key" ON "breach_inquiry"("record_id", "number");

CREATE INDEX "breach_record_same_as_id_controller_id_idx" ON "breach_record"("same_as_id", "controller_id");

CREATE UNIQUE INDEX "breach_record_id_controller_id_key" ON "breach_record"("id", "controller_id");

ALTER TABLE "breach_record" ADD CONSTRAINT "breach_record_same_as_id_controller_id_fkey" FOREIGN KEY ("same_as_id", "controller_id") REFERENCES "breach_record"("id", "controller_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "breach_record_agreement" ADD CONSTRAINT "breach_record_agreement_record_id_controller_id_fkey" FOREIGN KEY ("record_id", "controller_id") REFERENCES "breach_record"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_record_agreement" ADD CONSTRAINT "breach_record_agreement_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_record_agreement" ADD CONSTRAINT "breach_record_agreement_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_inquiry" ADD CONSTRAINT "breach_inquiry_record_id_controller_id_fkey" FOREIGN KEY ("record_id", "controller_id") REFERENCES "breach_record"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table breach_record no force row level security;
insert into breach_record_agreement (record_id, agreement_id, controller_id, supervision_id, disclosed_ref, added_at)
  select id, agreement_id, controller_id, supervision_id, disclosed_ref, created_at from breach_record where agreement_id is not null;
alter table breach_record force row level security;

-- Their keys, indexes and check go with them.
ALTER TABLE "breach_record" DROP COLUMN "agreement_id", DROP COLUMN "disclosed_ref", DROP COLUMN "supervision_id";

alter table breach_record add constraint breach_record_other check (same_as_id <> id);
alter table breach_record_agreement add constraint breach_record_agreement_matched check ((supervision_id is null) = (disclosed_ref = '')),
  add constraint breach_record_agreement_standing check (removed_at is null or supervision_id is null);
alter table breach_inquiry add constraint breach_inquiry_body check (length(btrim(body)) > 0), add constraint breach_inquiry_answered check ((answered_at is null) = (answer = ''));
-- A disclosed breach is the same as one record at most.
create unique index breach_record_agreement_disclosed_key on breach_record_agreement (supervision_id, disclosed_ref) where supervision_id is not null;

do $$ declare t text; begin
  foreach t in array array['breach_record_agreement', 'breach_inquiry'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy %I on public.%I using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()))', t || '_own', t);
  end loop;
end $$;
grant select, insert, update on breach_record_agreement to portal_runtime;
-- What was asked stays as it was sent; only the answer is written to it.
grant select, insert, update (answer, answered_at, answered_by_name) on breach_inquiry to portal_runtime;

-- As before, but the agreement stands beside the record, and is not put back by a later word once it was taken off.
create or replace function app.take_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
  return null;
end $$;

-- As before, by where the agreements of a breach stand now.
create or replace function app.undo_import(p_import uuid) returns table (removed int, processors int, kept int)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_tenant uuid := app.tenant(); v_made uuid[]; v_gone uuid[]; v_processors uuid[];
begin
  perform 1 from import_run where id = p_import and controller_id = v_tenant and state = 'undone';
  if not found then raise exception 'no such import is being undone' using errcode = 'TP005'; end if;
  select array_agg(agreement_id) into v_made from import_row where import_id = p_import and agreement_id is not null;
  select array_agg(a.id) into v_gone from agreement a
    where a.id = any (v_made) and a.controller_id = v_tenant and a.version = 1 and a.score_id is null
      and not exists (select from audit_event e where e.organisation_id = v_tenant and e.subject_type = 'agreement' and e.subject_id = a.id::text and e.action <> 'agreement.registered')
      and not exists (select from supervision x where x.agreement_id = a.id) and not exists (select from concern x where x.agreement_id = a.id)
      and not exists (select from finding x where x.agreement_id = a.id) and not exists (select from agreement_check x where x.agreement_id = a.id)
      and not exists (select from plan x where x.agreement_id = a.id) and not exists (select from plan_line x where x.agreement_id = a.id)
      and not exists (select from reassessment x where x.agreement_id = a.id) and not exists (select from round_item x where x.agreement_id = a.id)
      and not exists (select from breach_record_agreement x where x.agreement_id = a.id) and not exists (select from concept_choice x where x.agreement_id = a.id)
      and not exists (select from risk_score x where x.agreement_id = a.id);
  perform set_config('app.undoing', 'import', true);
  delete from special_requirement where agreement_id = any (v_gone);
  delete from subprocessor where agreement_id = any (v_gone);
  delete from agreement_limit where agreement_id = any (v_gone);
  delete from agreement_version where agreement_id = any (v_gone);
  update import_row set agreement_id = null where import_id = p_import and agreement_id = any (v_gone);
  delete from agreement where id = any (v_gone);
  perform set_config('app.undoing', '', true);
  select array_agg(p.id) into v_processors from processor p
    where p.controller_id = v_tenant and p.id in (select processor_id from import_row where import_id = p_import and made_processor)
      and not exists (select from agreement x where x.processor_id = p.id) and not exists (select from invitation x where x.processor_id = p.id)
      and not exists (select from breach_record x where x.register_id = p.id)
      and not exists (select from audit_event e where e.organisation_id = v_tenant and e.subject_type = 'processor' and e.subject_id = p.id::text and e.action <> 'processor.registered');
  update import_row set processor_id = null where import_id = p_import and processor_id = any (v_processors);
  delete from processor where id = any (v_processors);
  return query select coalesce(cardinality(v_gone), 0), coalesce(cardinality(v_processors), 0), coalesce(cardinality(v_made), 0) - coalesce(cardinality(v_gone), 0);
end $$;

-- As before, for each agreement of a breach that no notice is known of, whoever's record knows it; the processor knows of it at the latest when it was asked.
create or replace function app.notices_awaited() returns table (organisation_id uuid, agreement_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  with known as (
    select r.id, r.controller_id from breach_record r
    where r.same_as_id is null and r.notified_at is null and not exists (select from breach_record o where o.same_as_id = r.id and o.notified_at is not null)
      and exists (select from breach_record o where (o.id = r.id or o.same_as_id = r.id)
        and (o.processor_aware_at is not null or exists (select from breach_inquiry i where i.record_id = o.id))))
  select distinct k.controller_id, t.agreement_id
  from known k join breach_record o on o.id = k.id or o.same_as_id = k.id join breach_record_agreement t on t.record_id = o.id and t.removed_at is null
  where exists (select from agreement_limit l where l.agreement_id = t.agreement_id and l.controller_id = k.controller_id and l.removed_at is null and l.kind in ('breach-notice', 'incident-notice') and l.value is not null)
    and not exists (select from finding f where f.agreement_id = t.agreement_id and f.controller_id = k.controller_id and f.supervision_id is null and f.rule = 'BREACH-LATE'
      and f.values->>'record' = k.id::text and f.state <> 'closed-not-a-gap')
$$;
