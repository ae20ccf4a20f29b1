-- Where a mail stands: waiting (to be sent, or tried again), sent, failed (refused for good, or given up after five days), kept (no mail
-- server is set: it is only shown on the outbox page and never tried).
alter table outbox add column state text not null default 'waiting';
alter table outbox add constraint outbox_state check (state in ('waiting', 'sent', 'failed', 'kept') and (state = 'sent') = (sent_at is not null)),
  add constraint outbox_one_line check (to_email !~ '[[:cntrl:][:space:]<>,;]' and to_name !~ '[[:cntrl:]]' and subject !~ '[[:cntrl:]]'),
  add constraint outbox_language check (language in ('da', 'en'));
create index outbox_state_created_at_idx on outbox (state, created_at);

-- Without an upper age: what is waiting stays found until it is sent or given up.
create or replace function app.mail_waiting() returns table (organisation_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select o.organisation_id, o.id from outbox o where o.state = 'waiting'
    and (o.attempt_started_at is null or o.attempt_started_at < now() - interval '2 minutes') order by o.created_at limit 500
$$;
