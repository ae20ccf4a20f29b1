-- The walls: who may do what in the database itself (docs/decisions/walls.md). Row-level security is forced on every table with tenant
-- data, each row has one writer organisation, the reader is a named column, and the runtime role owns nothing and bypasses nothing.

create schema if not exists app;

do $$ begin
  if not exists (select from pg_roles where rolname = 'portal_runtime') then
    create role portal_runtime nologin nosuperuser nobypassrls noinherit nocreatedb nocreaterole;
  end if;
end $$;

revoke all on schema public from public;
grant usage on schema public, app to portal_runtime;
-- Not "in schema app": a default of one schema cannot take away what PostgreSQL gives PUBLIC everywhere.
alter default privileges revoke execute on functions from public;

-- Context -------------------------------------------------------------------------------------------------------------------------

-- A lost context must be loud: it raises instead of returning no rows.
create function app.tenant() returns uuid language plpgsql stable parallel safe as $$
declare v text := current_setting('app.tenant_id', true);
begin
  if v is null or v = '' then raise exception 'tenant context missing' using errcode = '42501'; end if;
  return v::uuid;
end $$;

-- Null in a job, which acts for an organisation and for no person.
create function app.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

grant execute on function app.tenant(), app.person() to portal_runtime;

-- Checks on what the columns may hold -----------------------------------------------------------------------------------------------

alter table organisation add constraint organisation_sides check (is_controller or is_processor),
  add constraint organisation_cvr check (cvr ~ '^[0-9]{8}$'), add constraint organisation_name check (length(btrim(name)) between 1 and 200),
  add constraint organisation_threshold check (threshold between 1 and 100);
alter table person add constraint person_email check (email = lower(email) and position('@' in email) > 1), add constraint person_locale check (locale in ('da', 'en'));
alter table membership add constraint membership_roles check (roles <@ array['administrator', 'caseworker', 'dpo', 'reader', 'respondent', 'signatory']);
alter table invitation add constraint invitation_roles check (cardinality(roles) > 0 and roles <@ array['administrator', 'caseworker', 'dpo', 'reader', 'respondent', 'signatory']),
  add constraint invitation_kind check (kind = 'member' or (kind = 'processor' and processor_id is not null)), add constraint invitation_email check (email = lower(email));
alter table one_time_token add constraint one_time_token_kind check (kind in ('first-run', 'reset'));
alter table processor add constraint processor_cvr check (cvr ~ '^[0-9]{8}$');
alter table agreement add constraint agreement_person_count check (person_count >= 0), add constraint agreement_basis check (counting_basis in ('at-one-time', 'over-period')),
  add constraint agreement_status check (status in ('active', 'ended')), add constraint agreement_points check (points between 1 and 10), add constraint agreement_concept check (concept between 1 and 6),
  add constraint agreement_standing check (standing in ('none', 'awaiting-controller', 'awaiting-processor', 'in-order', 'in-order-with-remarks', 'not-in-order'));
alter table risk_score add constraint risk_score_sum check (points = a + b + c + d and a between 1 and 3 and b in (0, 3) and c in (0, 2) and d in (0, 2));
alter table concept_choice add constraint concept_choice_concept check (concept between 1 and 6 and minimum between 1 and 6 and below_band = (concept < minimum)),
  add constraint concept_choice_state check (state in ('in-force', 'awaiting-approval', 'rejected', 'superseded')),
  add constraint concept_choice_reason check (not below_band or length(btrim(reason)) > 0),
  add constraint concept_choice_approved check (not (below_band and state = 'in-force') or decided_by_id is not null);
alter table concern add constraint concern_source check (source in ('press', 'supervision-report', 'breach', 'own-experience', 'other'));
alter table supervision add constraint supervision_state check (state in ('draft', 'sent', 'answering', 'submitted', 'assessing', 'returned', 'concluded', 'archived', 'withdrawn')),
  add constraint supervision_concept check (concept between 1 and 6);
alter table assessment add constraint assessment_level check (level in ('met', 'partly', 'not-met', 'not-shown', 'unanswered', 'not-applicable')
  and claimed_level in ('met', 'partly', 'not-met', 'not-shown', 'unanswered', 'not-applicable'));
alter table finding add constraint finding_severity check (severity in ('critical', 'major', 'minor', 'notice')),
  add constraint finding_state check (state in ('open', 'agreed', 'reported-done', 'verified', 'risk-accepted', 'closed-not-a-gap'));
alter table conclusion add constraint conclusion_outcome check (outcome in ('in-order', 'in-order-with-remarks', 'not-in-order'));
alter table package add constraint package_state check (state in ('building', 'ready', 'failed'));

-- The lifecycle (product.md §3). Kept equal to app/domain/lifecycle by a test --------------------------------------------------------

insert into lifecycle_transition (from_state, to_state) values
  ('draft', 'sent'), ('sent', 'answering'), ('answering', 'submitted'), ('submitted', 'assessing'), ('assessing', 'concluded'), ('concluded', 'archived'),
  ('assessing', 'returned'), ('returned', 'submitted'), ('draft', 'withdrawn'), ('sent', 'withdrawn'), ('answering', 'withdrawn'), ('returned', 'withdrawn');

create function app.guard_lifecycle() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a supervision begins as draft' using errcode = 'TP001'; end if;
  elsif new.state <> old.state and not exists (select from public.lifecycle_transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'supervision cannot move from % to %', old.state, new.state using errcode = 'TP001';
  end if;
  return new;
end $$;
create trigger guard_lifecycle before insert or update of state on supervision for each row execute function app.guard_lifecycle();

-- What was sent is frozen (product.md §3).
create function app.guard_request() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and (new.questionnaire, new.questionnaire_hash, new.message, new.language, new.agreement_snapshot, new.sent_at)
     is distinct from (old.questionnaire, old.questionnaire_hash, old.message, old.language, old.agreement_snapshot, old.sent_at) then
    raise exception 'a sent request is frozen' using errcode = 'TP002';
  end if;
  return new;
end $$;
create trigger guard_request before update on request for each row execute function app.guard_request();

-- The agreement's standing follows its newest supervision that was not withdrawn.
create function app.follow_standing() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update agreement a set updated_at = now(), standing = coalesce((
    select case when s.state in ('sent', 'answering', 'returned') then 'awaiting-processor'
                when s.state in ('concluded', 'archived') then coalesce((select c.outcome from conclusion c where c.supervision_id = s.id), 'awaiting-controller')
                else 'awaiting-controller' end
    from supervision s where s.agreement_id = new.agreement_id and s.controller_id = new.controller_id and s.state <> 'withdrawn'
    order by s.created_at desc, s.id limit 1), 'none')
  where a.id = new.agreement_id and a.controller_id = new.controller_id;
  return null;
end $$;
create trigger follow_standing after insert or update of state on supervision for each row execute function app.follow_standing();

-- The processor's moves. It writes its own rows; these carry the state across, because the supervision is the controller's row.
create function app.begin_answering() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update supervision set state = 'answering', started_at = new.started_at, version = version + 1 where id = new.supervision_id and state = 'sent';
  return null;
end $$;
create trigger begin_answering after insert on response for each row execute function app.begin_answering();

create function app.guard_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from supervision where id = new.supervision_id and state in ('answering', 'returned') for share;
  if not found then raise exception 'the request is not open for answers' using errcode = 'TP003'; end if;
  return new;
end $$;
create trigger guard_answer before insert or update on answer for each row execute function app.guard_answer();

create function app.take_submission() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update supervision set state = 'submitted', submitted_at = new.submitted_at, version = version + 1
  where id = new.supervision_id and state in ('answering', 'returned');
  if not found then raise exception 'the request is not open for submission' using errcode = 'TP003'; end if;
  return null;
end $$;
create trigger take_submission after insert on submission for each row execute function app.take_submission();

-- Rows that are evidence never change, not even for the owner.
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed', tg_table_name using errcode = 'TP004';
end $$;
create trigger refuse_change before update or delete on risk_score for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on submission for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on finding_decision for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on clarification_message for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on returned_question for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on audit_event for each row execute function app.refuse_change();

-- Row-level security -----------------------------------------------------------------------------------------------------------------

do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'worker_heartbeat', 'lifecycle_transition') loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
end $$;

-- The organisation's own.
create policy organisation_read on organisation for select using (id = (select app.tenant()));
create policy organisation_change on organisation for update using (id = (select app.tenant())) with check (id = (select app.tenant()));
create policy membership_read on membership for select using (organisation_id = (select app.tenant()) or person_id = (select app.person()));
create policy membership_change on membership for update using (organisation_id = (select app.tenant())) with check (organisation_id = (select app.tenant()));
create policy invitation_own on invitation using (organisation_id = (select app.tenant())) with check (organisation_id = (select app.tenant()));
create policy outbox_own on outbox using (organisation_id = (select app.tenant())) with check (organisation_id = (select app.tenant()));
create policy audit_event_read on audit_event for select using (organisation_id = (select app.tenant()));

-- The controller's private matters.
create policy processor_own on processor using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy agreement_own on agreement using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy special_requirement_own on special_requirement using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy risk_score_own on risk_score using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy concept_choice_own on concept_choice using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy concern_own on concern using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy supervision_case_own on supervision_case using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy assessment_own on assessment using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy finding_decision_own on finding_decision using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy package_own on package using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));

-- Written by the controller, read by the processor once sent, or once released.
create policy supervision_read on supervision for select using (controller_id = (select app.tenant()) or (processor_id = (select app.tenant()) and sent_at is not null));
create policy supervision_add on supervision for insert with check (controller_id = (select app.tenant()));
create policy supervision_change on supervision for update using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy request_read on request for select using (controller_id = (select app.tenant()) or (processor_id = (select app.tenant()) and sent_at is not null));
create policy request_add on request for insert with check (controller_id = (select app.tenant()));
create policy request_change on request for update using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy returned_question_read on returned_question for select using (controller_id = (select app.tenant()) or processor_id = (select app.tenant()));
create policy returned_question_add on returned_question for insert with check (controller_id = (select app.tenant()));
create policy clarification_read on clarification for select using (controller_id = (select app.tenant()) or processor_id = (select app.tenant()));
create policy clarification_add on clarification for insert with check (controller_id = (select app.tenant()));
create policy clarification_change on clarification for update using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy finding_read on finding for select using (controller_id = (select app.tenant()) or (processor_id = (select app.tenant()) and released_at is not null));
create policy finding_add on finding for insert with check (controller_id = (select app.tenant()));
create policy finding_change on finding for update using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
create policy conclusion_read on conclusion for select using (controller_id = (select app.tenant()) or (processor_id = (select app.tenant()) and released_at is not null));
create policy conclusion_add on conclusion for insert with check (controller_id = (select app.tenant()));
create policy conclusion_release on conclusion for update using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));

-- The processor's private matters.
create policy answer_own on answer using (processor_id = (select app.tenant())) with check (processor_id = (select app.tenant()));

-- Written by the processor, read by the controller: progress at once, evidence once released, a submission always.
create policy response_read on response for select using (processor_id = (select app.tenant()) or controller_id = (select app.tenant()));
create policy response_add on response for insert with check (processor_id = (select app.tenant()));
create policy response_change on response for update using (processor_id = (select app.tenant())) with check (processor_id = (select app.tenant()));
create policy evidence_read on evidence for select using (processor_id = (select app.tenant()) or (controller_id = (select app.tenant()) and released_at is not null));
create policy evidence_add on evidence for insert with check (processor_id = (select app.tenant()));
create policy evidence_change on evidence for update using (processor_id = (select app.tenant())) with check (processor_id = (select app.tenant()));
create policy submission_read on submission for select using (processor_id = (select app.tenant()) or controller_id = (select app.tenant()));
create policy submission_add on submission for insert with check (processor_id = (select app.tenant()));

-- Written in by both.
create policy clarification_message_read on clarification_message for select using (controller_id = (select app.tenant()) or processor_id = (select app.tenant()));
create policy clarification_message_add on clarification_message for insert
  with check (author_id = (select app.tenant()) and (controller_id = (select app.tenant()) or processor_id = (select app.tenant())));

-- Grants: the absence of one is a rule too. No DELETE anywhere; evidence rows have no UPDATE.
grant select on organisation, membership, audit_event, lifecycle_transition to portal_runtime;
grant update (name, threshold, is_controller, is_processor, version) on organisation to portal_runtime;
grant update (roles, active, version) on membership to portal_runtime;
grant select, insert, update on invitation, processor, agreement, special_requirement, concept_choice, concern, supervision, supervision_case, request,
  response, answer, evidence, assessment, clarification, finding, package, outbox, worker_heartbeat to portal_runtime;
grant select, insert on risk_score, submission, returned_question, clarification_message, finding_decision, conclusion to portal_runtime;
grant update (released_at) on conclusion to portal_runtime;
