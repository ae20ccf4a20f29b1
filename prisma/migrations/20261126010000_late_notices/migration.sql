-- A notice that never comes is late once the agreement's limit has passed, though nobody does anything: the agreements to look at, for the
-- clock's own job. Which limit counts is for the rule to say; what it has said and still stands is left out.
create function app.notices_awaited() returns table (organisation_id uuid, agreement_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct r.controller_id, r.agreement_id from breach_record r
  where r.notified_at is null and r.processor_aware_at is not null and r.agreement_id is not null
    and exists (select from agreement_limit l where l.agreement_id = r.agreement_id and l.controller_id = r.controller_id and l.removed_at is null and l.kind in ('breach-notice', 'incident-notice') and l.value is not null)
    and not exists (select from finding f where f.agreement_id = r.agreement_id and f.controller_id = r.controller_id and f.supervision_id is null and f.rule = 'BREACH-LATE' and f.values->>'record' = r.id::text and f.state <> 'closed-not-a-gap')
$$;
revoke execute on function app.notices_awaited() from public;
grant execute on function app.notices_awaited() to portal_runtime;
