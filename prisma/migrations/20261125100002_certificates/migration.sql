-- Certificates that were shown in the newest concluded supervision of their agreement and have expired since (004:446), unless that was noted before.
create function app.certificates_expired() returns table (organisation_id uuid, agreement_id uuid, supervision_id uuid, valid_to text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.controller_id, a.id, s.id, shown.day
  from agreement a
  cross join lateral (select id from supervision where agreement_id = a.id and controller_id = a.controller_id and concluded_at is not null and (concept = 4 or 4 = any (supplements))
    order by concluded_at desc limit 1) s
  cross join lateral (select answers->'valid_to'->>'value' as day from submission where supervision_id = s.id order by revision desc limit 1) shown
  where a.status = 'active' and a.score_id is not null and shown.day ~ '^\d{4}-\d{2}-\d{2}$' and shown.day < (now() at time zone 'Europe/Copenhagen')::date::text
    and not exists (select from reassessment r where r.agreement_id = a.id and r.controller_id = a.controller_id
      and r.causes @> jsonb_build_array(jsonb_build_object('kind', 'certificate', 'ref', s.id::text)))
$$;
revoke execute on function app.certificates_expired() from public;
grant execute on function app.certificates_expired() to portal_runtime;
