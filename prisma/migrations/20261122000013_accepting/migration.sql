-- Accepting an invitation: the membership that may be there already is found by its columns (the index is no constraint), and one that was
-- taken away comes back with the roles of the invitation only.

create or replace function app.accept_invitation(p_token_hash text, p_person uuid, p_name text, p_title text, p_locale text, p_password_hash text,
  p_organisation text, p_cvr text) returns table (reason text, person_id uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
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
    on conflict (organisation_id, person_id) do update set active = true, version = m.version + 1,
      roles = case when i.kind = 'processor' then m.roles when m.active then (select array_agg(distinct r) from unnest(m.roles || i.roles) r) else i.roles end;
  update invitation set accepted_at = now() where id = i.id;
  if i.kind = 'processor' then
    update organisation set is_processor = true where id = v_org and not is_processor;
    perform app.link_processor(i.processor_id, v_org);
  end if;
  insert into audit_event (organisation_id, actor_id, actor_name, actor_organisation_id, action, subject_type, subject_id)
    select distinct x.org, v_person, v_name, v_org, 'invitation.accepted', 'invitation', i.id::text from (values (v_org), (i.organisation_id)) x(org);
  return query select 'ok', v_person, v_org;
end $$;
