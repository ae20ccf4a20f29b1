-- Undoing an import: the one way in which rows of the register go again. Only what the import itself made, and what nobody has worked on
-- since, which the trail tells: any entry but the registration itself, or any row that hangs on it, keeps it.

-- The first version of an agreement goes with it; nothing else makes a version go.
create function app.refuse_version_delete() returns trigger language plpgsql as $$
begin
  if current_setting('app.undoing', true) = 'import' and current_user <> 'portal_runtime' then return old; end if;
  raise exception '% rows are never deleted', tg_table_name using errcode = 'TP004';
end $$;
drop trigger refuse_delete on agreement_version;
create trigger refuse_delete before delete on agreement_version for each row execute function app.refuse_version_delete();

create function app.undo_import(p_import uuid) returns table (removed int, processors int, kept int)
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
      and not exists (select from breach_record x where x.agreement_id = a.id) and not exists (select from concept_choice x where x.agreement_id = a.id)
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
grant execute on function app.undo_import(uuid) to portal_runtime;
