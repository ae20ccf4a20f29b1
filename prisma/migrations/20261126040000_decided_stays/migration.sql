-- What is decided stays, whoever writes: a completed or discarded check with its items, a step of the ladder that is taken or decided on, an
-- answer of the processor that was written down.
create function app.guard_check() returns trigger language plpgsql as $$
begin
  if (old.completed_at is not null or old.discarded_at is not null) and new is distinct from old then
    raise exception 'a check that has ended is never changed' using errcode = 'TP004';
  end if;
  return new;
end $$;
create trigger guard_check before update on agreement_check for each row execute function app.guard_check();

-- The check's row is shared until the transaction ends, so that it is not completed while an item is being decided on.
create function app.guard_check_item() returns trigger language plpgsql as $$
declare v_ended boolean;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
  select c.completed_at is not null or c.discarded_at is not null into v_ended from public.agreement_check c where c.id = new.check_id and c.controller_id = new.controller_id for share;
  if v_ended then raise exception 'a check that has ended is never changed' using errcode = 'TP004'; end if;
  return new;
end $$;
create trigger guard_check_item before insert or update on agreement_check_item for each row execute function app.guard_check_item();

create function app.guard_escalation() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' and new is distinct from old then raise exception 'a step that is taken or decided on is never changed' using errcode = 'TP004'; end if;
  return new;
end $$;
create trigger guard_escalation before update on escalation for each row execute function app.guard_escalation();

create function app.guard_inquiry() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null and new is distinct from old then raise exception 'an answer that was written down is never changed' using errcode = 'TP004'; end if;
  return new;
end $$;
create trigger guard_inquiry before update on breach_inquiry for each row execute function app.guard_inquiry();
