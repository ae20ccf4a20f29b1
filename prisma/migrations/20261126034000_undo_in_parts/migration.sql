-- Undoing an import is done in parts, by the worker, and goes on where it was cut off. What it removed stays named: each row keeps the ids of what it
-- made, with what became of them.
ALTER TABLE "import_run" ADD COLUMN "undone_by_id" UUID, ADD COLUMN "undone_by_name" TEXT NOT NULL DEFAULT '', ADD COLUMN "kept_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "removed_count" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "removed_processors" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "import_row" ADD COLUMN "undone_agreement" TEXT NOT NULL DEFAULT '', ADD COLUMN "undone_processor" TEXT NOT NULL DEFAULT '';

alter table import_run drop constraint import_run_state,
  add constraint import_run_state check (state in ('uploaded', 'checked', 'importing', 'done', 'undoing', 'undone', 'cancelled')),
  add constraint import_run_undoing check (state <> 'undoing' or undone_by_id is not null);
alter table import_row add constraint import_row_undone check (undone_agreement in ('', 'removed', 'kept') and undone_processor in ('', 'removed', 'kept'));

drop function app.undo_import(uuid);

-- The next agreements of an import being undone: removed where nobody has worked on them since, which the trail and the rows that hang on them tell.
-- Whoever changes one of them at the moment is waited for, and then has worked on it. No plan is kept for the checks of foreign keys: one made while
-- the tables were small would read them whole for each row.
create function app.undo_agreements(p_import uuid, p_most integer) returns table (id uuid, title text, processor_id uuid, removed boolean)
language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare v_tenant uuid := app.tenant(); v_made uuid[]; v_gone uuid[];
begin
  perform 1 from import_run r where r.id = p_import and r.controller_id = v_tenant and r.state = 'undoing' for update;
  if not found then raise exception 'no such import is being undone' using errcode = 'TP005'; end if;
  v_made := array(select r.agreement_id from import_row r where r.import_id = p_import and r.agreement_id is not null and r.undone_agreement = '' order by r.position limit p_most);
  perform 1 from agreement a where a.id = any (v_made) and a.controller_id = v_tenant order by a.id for update;
  v_gone := array(select a.id from agreement a
    where a.id = any (v_made) and a.controller_id = v_tenant and a.version = 1 and a.score_id is null
      and a.id::text not in (select e.subject_id from audit_event e where e.organisation_id = v_tenant and e.subject_type = 'agreement' and e.action <> 'agreement.registered' and e.subject_id = any (v_made::text[]))
      and not exists (select from supervision x where x.agreement_id = a.id) and not exists (select from concern x where x.agreement_id = a.id)
      and not exists (select from finding x where x.agreement_id = a.id) and not exists (select from agreement_check x where x.agreement_id = a.id)
      and not exists (select from plan x where x.agreement_id = a.id) and not exists (select from plan_line x where x.agreement_id = a.id)
      and not exists (select from reassessment x where x.agreement_id = a.id) and not exists (select from round_item x where x.agreement_id = a.id)
      and not exists (select from breach_record_agreement x where x.agreement_id = a.id) and not exists (select from concept_choice x where x.agreement_id = a.id)
      and not exists (select from risk_score x where x.agreement_id = a.id));
  return query select a.id, a.title, a.processor_id, a.id = any (v_gone) from agreement a where a.id = any (v_made) and a.controller_id = v_tenant;
  perform set_config('app.undoing', 'import', true);
  delete from special_requirement x where x.agreement_id = any (v_gone);
  delete from subprocessor x where x.agreement_id = any (v_gone);
  delete from agreement_limit x where x.agreement_id = any (v_gone);
  delete from agreement_version x where x.agreement_id = any (v_gone);
  delete from agreement a where a.id = any (v_gone);
  perform set_config('app.undoing', '', true);
  update import_row r set undone_agreement = case when r.agreement_id = any (v_gone) then 'removed' else 'kept' end where r.import_id = p_import and r.agreement_id = any (v_made);
end $$;

-- The next processors that the import made, once its agreements are through: removed where they have no agreement left and nobody has worked on them.
create function app.undo_processors(p_import uuid, p_most integer) returns table (id uuid, name text, cvr text, removed boolean)
language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare v_tenant uuid := app.tenant(); v_made uuid[]; v_gone uuid[];
begin
  perform 1 from import_run r where r.id = p_import and r.controller_id = v_tenant and r.state = 'undoing' for update;
  if not found then raise exception 'no such import is being undone' using errcode = 'TP005'; end if;
  v_made := array(select r.processor_id from import_row r where r.import_id = p_import and r.made_processor and r.processor_id is not null and r.undone_processor = '' order by r.position limit p_most);
  perform 1 from processor p where p.id = any (v_made) and p.controller_id = v_tenant order by p.id for update;
  v_gone := array(select p.id from processor p
    where p.id = any (v_made) and p.controller_id = v_tenant
      and not exists (select from agreement x where x.processor_id = p.id) and not exists (select from invitation x where x.processor_id = p.id)
      and not exists (select from breach_record x where x.register_id = p.id)
      and p.id::text not in (select e.subject_id from audit_event e where e.organisation_id = v_tenant and e.subject_type = 'processor' and e.action <> 'processor.registered' and e.subject_id = any (v_made::text[])));
  return query select p.id, p.name, p.cvr, p.id = any (v_gone) from processor p where p.id = any (v_made) and p.controller_id = v_tenant;
  delete from processor p where p.id = any (v_gone);
  update import_row r set undone_processor = case when r.processor_id = any (v_gone) then 'removed' else 'kept' end where r.import_id = p_import and r.processor_id = any (v_made);
end $$;

-- Imports with something left to be done, whose job may be lost.
create function app.imports_waiting() returns table (organisation_id uuid, id uuid, state text) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.controller_id, r.id, r.state from import_run r where r.state in ('importing', 'undoing') order by r.created_at limit 100
$$;
grant execute on function app.undo_agreements(uuid, integer), app.undo_processors(uuid, integer), app.imports_waiting() to portal_runtime;
