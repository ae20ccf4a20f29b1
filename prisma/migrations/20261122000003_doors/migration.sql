-- The doors in the walls: the only functions that see across tenants. Each is SECURITY DEFINER with a fixed search_path, does one narrow
-- thing, and stands on the allow-list of the isolation suite (tests/isolation). Times are the database's.

-- Sessions ----------------------------------------------------------------------------------------------------------------------------

create function app.find_sign_in(p_email text) returns table (person_id uuid, password_hash text, disabled boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.password_hash, p.disabled_at is not null from person p where p.email = lower(p_email)
$$;

create function app.create_session(p_hash text, p_person uuid, p_user_agent text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into session (id_hash, person_id, user_agent, organisation_id)
  values (p_hash, p_person, left(p_user_agent, 300),
    (select m.organisation_id from membership m left join session s on s.person_id = m.person_id and s.organisation_id = m.organisation_id
     where m.person_id = p_person and m.active group by m.organisation_id, m.created_at order by max(s.last_seen_at) desc nulls last, m.created_at limit 1));
  delete from session where created_at < now() - interval '12 hours';
$$;

-- Idle 60 minutes, absolute 12 hours (security.md §2). No row: no such session, or it has ended.
create function app.read_session(p_hash text) returns table (
  person_id uuid, person_name text, email text, title text, locale text, created_at timestamptz, last_seen_at timestamptz, stale boolean,
  organisation_id uuid, organisation_name text, is_controller boolean, is_processor boolean, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.name, p.email, p.title, p.locale, s.created_at, s.last_seen_at, s.last_seen_at < now() - interval '1 minute',
    o.id, o.name, o.is_controller, o.is_processor, m.roles
  from session s join person p on p.id = s.person_id
  left join membership m on m.person_id = p.id and m.organisation_id = s.organisation_id and m.active
  left join organisation o on o.id = m.organisation_id
  where s.id_hash = p_hash and p.disabled_at is null
    and s.last_seen_at > now() - interval '60 minutes' and s.created_at > now() - interval '12 hours'
$$;

-- The same, and makes the session's organisation and person the context of this transaction: one round trip for guard and context.
create function app.enter_session(p_hash text) returns table (
  person_id uuid, person_name text, email text, title text, locale text, created_at timestamptz, last_seen_at timestamptz, stale boolean,
  organisation_id uuid, organisation_name text, is_controller boolean, is_processor boolean, roles text[])
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  return query select r.* from app.read_session(p_hash) r
    where set_config('app.tenant_id', coalesce(r.organisation_id::text, ''), true) is not null
      and set_config('app.person_id', r.person_id::text, true) is not null;
end $$;

create function app.touch_session(p_hash text) returns void language sql security definer set search_path = pg_catalog, public as $$
  update session set last_seen_at = now() where id_hash = p_hash and last_seen_at < now() - interval '1 minute' and last_seen_at > now() - interval '60 minutes'
$$;
create function app.delete_session(p_hash text) returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from session where id_hash = p_hash
$$;
-- All of a person's sessions but one (pass '' for all).
create function app.delete_sessions(p_person uuid, p_except text) returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from session where person_id = p_person and id_hash <> p_except
$$;
-- True when the session's person is an active member there.
create function app.switch_organisation(p_hash text, p_organisation uuid) returns boolean language sql security definer set search_path = pg_catalog, public as $$
  with moved as (
    update session s set organisation_id = p_organisation where s.id_hash = p_hash and s.last_seen_at > now() - interval '60 minutes'
      and exists (select from membership m where m.person_id = s.person_id and m.organisation_id = p_organisation and m.active)
    returning 1)
  select exists (select from moved)
$$;

-- The organisations of the person in context.
create function app.my_organisations() returns table (id uuid, name text, is_controller boolean, is_processor boolean, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.name, o.is_controller, o.is_processor, m.roles from membership m join organisation o on o.id = m.organisation_id
  where m.person_id = app.person() and m.active order by lower(o.name)
$$;

-- The person itself --------------------------------------------------------------------------------------------------------------------

create function app.update_profile(p_name text, p_title text, p_locale text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update person set name = p_name, title = p_title, locale = p_locale where id = app.person();
  update membership set name = p_name, title = p_title where person_id = app.person();
$$;
create function app.own_password_hash() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select password_hash from person where id = app.person()
$$;
-- For the person in context, or by a rehash right after a password was verified.
create function app.set_password(p_person uuid, p_hash text) returns void language sql security definer set search_path = pg_catalog, public as $$
  update person set password_hash = p_hash where id = p_person
$$;

-- Password reset: 30 minutes, one use. No row for an unknown address or a person without an organisation.
create function app.create_reset(p_email text, p_token_hash text) returns table (person_id uuid, organisation_id uuid, name text, locale text)
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  return query
  with who as (
    select p.id, m.organisation_id as org, p.name as person_name, p.locale as person_locale
    from person p join membership m on m.person_id = p.id and m.active
    where p.email = lower(p_email) and p.disabled_at is null order by m.created_at limit 1),
  old as (delete from one_time_token t using who where t.person_id = who.id and t.kind = 'reset'),
  made as (insert into one_time_token (hash, kind, person_id, expires_at) select p_token_hash, 'reset', who.id, now() + interval '30 minutes' from who)
  select who.id, who.org, who.person_name, who.person_locale from who;
end $$;
create function app.peek_reset(p_token_hash text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from one_time_token where hash = p_token_hash and kind = 'reset' and used_at is null and expires_at > now())
$$;
-- Sets the password and ends every session. Null when the token is unknown, used or expired.
create function app.use_reset(p_token_hash text, p_password_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_person uuid;
begin
  update one_time_token set used_at = now() where hash = p_token_hash and kind = 'reset' and used_at is null and expires_at > now() returning one_time_token.person_id into v_person;
  if v_person is null then return null; end if;
  update person set password_hash = p_password_hash where id = v_person;
  delete from session where session.person_id = v_person;
  return v_person;
end $$;

-- First run ----------------------------------------------------------------------------------------------------------------------------

create function app.organisation_exists() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from organisation)
$$;
-- For the owner only. False when an organisation exists already.
create function app.create_first_run_token(p_token_hash text) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.organisation_exists() then return false; end if;
  delete from one_time_token where kind = 'first-run';
  insert into one_time_token (hash, kind, expires_at) values (p_token_hash, 'first-run', now() + interval '24 hours');
  return true;
end $$;
create function app.peek_first_run(p_token_hash text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select not exists (select from organisation) and exists (select from one_time_token where hash = p_token_hash and kind = 'first-run' and used_at is null and expires_at > now())
$$;
-- Creates the first organisation and its administrator. No row when the link is unknown, used or expired, or an organisation exists.
create function app.first_run(p_token_hash text, p_organisation text, p_cvr text, p_is_controller boolean, p_is_processor boolean,
  p_email text, p_name text, p_title text, p_locale text, p_password_hash text, p_roles text[])
returns table (organisation_id uuid, person_id uuid) language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_org uuid; v_person uuid;
begin
  perform pg_advisory_xact_lock(7281900412);
  if app.organisation_exists() then return; end if;
  update one_time_token set used_at = now() where hash = p_token_hash and kind = 'first-run' and used_at is null and expires_at > now();
  if not found then return; end if;
  insert into organisation (name, cvr, is_controller, is_processor) values (p_organisation, p_cvr, p_is_controller, p_is_processor) returning id into v_org;
  insert into person (email, name, title, locale, password_hash) values (lower(p_email), p_name, p_title, p_locale, p_password_hash) returning id into v_person;
  insert into membership (organisation_id, person_id, name, email, title, roles) values (v_org, v_person, p_name, lower(p_email), p_title, p_roles);
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id)
    values (v_org, v_person, p_name, v_org, 'organisation.created', 'organisation', v_org::text);
  return query select v_org, v_person;
end $$;

-- Invitations --------------------------------------------------------------------------------------------------------------------------

-- What the bearer of the link may see: the inviting organisation's name, and what is asked. state: open | accepted | revoked | expired.
create function app.peek_invitation(p_token_hash text) returns table (
  state text, kind text, email text, name text, roles text[], organisation_name text, processor_name text, processor_cvr text,
  has_account boolean, organisation_exists boolean, waiting_supervision uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked' when i.expires_at <= now() then 'expired' else 'open' end,
    i.kind, i.email, i.name, i.roles, o.name, pr.name, pr.cvr,
    exists (select from person p where p.email = i.email),
    i.kind = 'processor' and (pr.organisation_id is not null or exists (select from organisation x where x.cvr = pr.cvr)),
    (select s.id from supervision s join agreement a on a.id = s.agreement_id where a.processor_id = pr.id and s.sent_at is not null order by s.sent_at desc limit 1)
  from invitation i join organisation o on o.id = i.organisation_id left join processor pr on pr.id = i.processor_id
  where i.token_hash = p_token_hash
$$;

-- Joins a register row, and what was sent under it, to the processor's own organisation.
create function app.link_processor(p_processor uuid, p_organisation uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update processor set organisation_id = p_organisation, version = version + 1 where id = p_processor and organisation_id is null;
  update supervision s set processor_id = p_organisation from agreement a
    where a.id = s.agreement_id and a.processor_id = p_processor and s.processor_id is null;
  update request r set processor_id = p_organisation from supervision s join agreement a on a.id = s.agreement_id
    where r.supervision_id = s.id and a.processor_id = p_processor and r.processor_id is null;
end $$;

-- Accepts by a new person (p_person null: name, title, password given) or by the signed-in person whose address it is.
-- reason: gone (unknown, used, revoked, expired) | not-yours | account-exists | organisation-exists | cvr-taken.
create function app.accept_invitation(p_token_hash text, p_person uuid, p_name text, p_title text, p_locale text, p_password_hash text,
  p_organisation text, p_cvr text) returns table (reason text, person_id uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare i invitation; v_person uuid := p_person; v_org uuid; v_register processor; v_name text; v_title text; v_actor uuid;
begin
  select * into i from invitation where token_hash = p_token_hash and accepted_at is null and revoked_at is null and expires_at > now() for update;
  if not found then return query select 'gone', null::uuid, null::uuid; return; end if;
  if v_person is null and exists (select from person p where p.email = i.email) then return query select 'account-exists', null::uuid, null::uuid; return; end if;
  if v_person is not null and not exists (select from person p where p.id = v_person and p.email = i.email and p.disabled_at is null) then
    return query select 'not-yours', null::uuid, null::uuid; return;
  end if;
  if i.kind = 'member' then
    v_org := i.organisation_id;
  else
    select * into v_register from processor where id = i.processor_id for update;
    v_org := coalesce(v_register.organisation_id, (select o.id from organisation o where o.cvr = v_register.cvr));
    -- An invitation from a controller never makes anybody a member of an organisation that exists already.
    if v_org is not null and (v_person is null or not exists (select from membership m where m.organisation_id = v_org and m.person_id = v_person and m.active)) then
      return query select 'organisation-exists', null::uuid, null::uuid; return;
    end if;
    if v_org is null and exists (select from organisation o where o.cvr = coalesce(v_register.cvr, p_cvr)) then return query select 'cvr-taken', null::uuid, null::uuid; return; end if;
  end if;
  if v_person is null then
    insert into person (email, name, title, locale, password_hash) values (i.email, p_name, p_title, p_locale, p_password_hash) returning id into v_person;
  end if;
  select p.name, p.title into v_name, v_title from person p where p.id = v_person;
  if v_org is null then
    insert into organisation (name, cvr, is_processor) values (p_organisation, coalesce(v_register.cvr, p_cvr), true) returning id into v_org;
    insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id)
      values (v_org, v_person, v_name, v_org, 'organisation.created', 'organisation', v_org::text);
  end if;
  insert into membership as m (organisation_id, person_id, name, email, title, roles) values (v_org, v_person, v_name, i.email, v_title, i.roles)
    on conflict on constraint membership_organisation_id_person_id_key do update set active = true, version = m.version + 1,
      roles = case when i.kind = 'member' then (select array_agg(distinct r) from unnest(m.roles || i.roles) r) else m.roles end;
  update invitation set accepted_at = now() where id = i.id;
  if i.kind = 'processor' then
    update organisation set is_processor = true where id = v_org and not is_processor;
    perform app.link_processor(i.processor_id, v_org);
  end if;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id)
    select distinct x.org, v_person, v_name, v_org, 'invitation.accepted', 'invitation', i.id::text from (values (v_org), (i.organisation_id)) x(org);
  return query select 'ok', v_person, v_org;
end $$;

-- The directory: names and CVR numbers of the organisations that are processors here. Needs a tenant.
create function app.find_directory(p_query text) returns table (id uuid, name text, cvr text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.name, o.cvr from organisation o
  where app.tenant() is not null and o.is_processor and o.id <> app.tenant()
    and (o.name ilike '%' || replace(replace(replace(p_query, '\', '\\'), '%', '\%'), '_', '\_') || '%' or o.cvr = regexp_replace(p_query, '\D', '', 'g'))
  order by lower(o.name) limit 20
$$;

-- Joins one of the caller's own register rows to an organisation in the directory. False when either is not there.
create function app.link_own_processor(p_processor uuid, p_organisation uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from processor p where p.id = p_processor and p.controller_id = app.tenant() and p.organisation_id is null)
     or not exists (select from organisation o where o.id = p_organisation and o.is_processor) then return false; end if;
  perform app.link_processor(p_processor, p_organisation);
  return true;
end $$;

-- Audit --------------------------------------------------------------------------------------------------------------------------------

-- One entry in the caller's trail and, with p_shared and a supervision both take part in, one in the other party's.
create function app.record_audit(p_actor_name text, p_action text, p_subject_type text, p_subject_id text, p_supervision uuid, p_shared boolean, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_tenant uuid := app.tenant(); v_other uuid;
begin
  if p_shared and p_supervision is not null then
    select case when s.controller_id = v_tenant then s.processor_id else s.controller_id end into v_other
      from supervision s where s.id = p_supervision and (s.controller_id = v_tenant or s.processor_id = v_tenant);
  end if;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id, supervision_id, detail)
    select x.org, app.person(), p_actor_name, v_tenant, p_action, p_subject_type, p_subject_id, p_supervision, p_detail
    from (values (v_tenant), (v_other)) x(org) where x.org is not null;
end $$;

-- The worker: which tenant has something to do. Ids only; the work itself is done in that tenant's context ------------------------------

create function app.mail_waiting() returns table (organisation_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select o.organisation_id, o.id from outbox o where o.sent_at is null and o.attempts < 12
    and (o.attempt_started_at is null or o.attempt_started_at < now() - interval '2 minutes') order by o.created_at limit 500
$$;
create function app.packages_waiting() returns table (organisation_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select p.controller_id, p.id from package p where p.state = 'building' and p.created_at < now() - interval '1 minute' order by p.created_at limit 100
$$;
create function app.reminders_waiting() returns table (organisation_id uuid, supervision_id uuid, sent_on date, due_on date, today date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.controller_id, s.id, (s.sent_at at time zone 'Europe/Copenhagen')::date, s.due_on, (now() at time zone 'Europe/Copenhagen')::date
  from supervision s where s.state in ('sent', 'answering', 'returned') and s.due_on is not null
    and s.due_on between (now() at time zone 'Europe/Copenhagen')::date - 60 and (now() at time zone 'Europe/Copenhagen')::date + 8
$$;

create function app.applied_migrations() returns table (name text) language sql stable security definer set search_path = pg_catalog, public as $$
  select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null
$$;

grant execute on function app.find_sign_in(text), app.create_session(text, uuid, text), app.read_session(text), app.enter_session(text), app.touch_session(text),
  app.delete_session(text), app.delete_sessions(uuid, text), app.switch_organisation(text, uuid), app.my_organisations(), app.update_profile(text, text, text),
  app.own_password_hash(), app.set_password(uuid, text), app.create_reset(text, text), app.peek_reset(text), app.use_reset(text, text), app.organisation_exists(),
  app.peek_first_run(text), app.first_run(text, text, text, boolean, boolean, text, text, text, text, text, text[]), app.peek_invitation(text),
  app.accept_invitation(text, uuid, text, text, text, text, text, text), app.find_directory(text), app.link_own_processor(uuid, uuid),
  app.record_audit(text, text, text, text, uuid, boolean, jsonb), app.mail_waiting(), app.packages_waiting(), app.reminders_waiting(), app.applied_migrations()
  to portal_runtime;
