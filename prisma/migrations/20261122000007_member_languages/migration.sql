-- The language each active member of the tenant in context reads: a mail is written in it. Nothing else of the person is shown.
create function app.member_languages() returns table (person_id uuid, language text) language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.locale from membership m join person p on p.id = m.person_id where m.organisation_id = app.tenant() and m.active and p.disabled_at is null
$$;
grant execute on function app.member_languages() to portal_runtime;
