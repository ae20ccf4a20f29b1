-- Plans: lines of every agreement, extra supervisions out of cycle, the yearly review of all processors (004:83), and the door of the calendar feed.
ALTER TABLE "concern" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'wrong';
ALTER TABLE "organisation" ADD COLUMN     "review_on" TEXT NOT NULL DEFAULT '';
ALTER TABLE "plan_line" ADD COLUMN     "concern_id" UUID,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';
CREATE TABLE "register_review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "done_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "processors" INTEGER NOT NULL,
    "agreements" INTEGER NOT NULL,
    "done_by_id" UUID NOT NULL,
    "done_by_name" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "register_review_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "register_review_controller_id_year_key" ON "register_review"("controller_id", "year");


-- Checks --------------------------------------------------------------------------------------------------------------------------------

alter table concern add constraint concern_kind check (kind in ('wrong', 'FQ-X1', 'FQ-X2'));
alter table organisation add constraint organisation_review_on check (review_on ~ '^((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$');
alter table plan_line drop constraint plan_line_kind, add constraint plan_line_kind check (kind in ('primary', 'supplement', 'extra')),
  add constraint plan_line_extra check ((kind = 'extra') = (concern_id is not null) and (kind <> 'extra' or interval_months is null));
create unique index plan_line_concern_key on plan_line (concern_id) where removed_at is null;
create trigger refuse_change before update or delete on register_review for each row execute function app.refuse_change();

-- Every agreement with a concept gets the line that carries its cycle. Where a concept fell with an older score, its date still stands. ------

insert into plan_line (controller_id, agreement_id, kind, concept, interval_months, next_due_on)
select a.controller_id, a.id, 'primary', c.concept,
  case when c.concept = 3 or a.points >= 5 then 12 when a.points >= 3 then 24 end, a.next_due_on
from agreement a cross join lateral (
  select coalesce(a.concept, (select n.concept from concept_choice n where n.agreement_id = a.id and n.state <> 'rejected' order by n.chosen_at desc limit 1)) as concept) c
where c.concept is not null and not exists (select from plan_line l where l.agreement_id = a.id and l.kind = 'primary' and l.removed_at is null);

-- Walls ---------------------------------------------------------------------------------------------------------------------------------

alter table register_review enable row level security;
alter table register_review force row level security;
create policy register_review_own on register_review using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()));
grant select, insert on register_review to portal_runtime;
grant update (review_on) on organisation to portal_runtime;

-- Who a calendar's private link is for: only while the link, the person and the membership live. No row for anything else.
create function app.read_calendar(p_token_hash text) returns table (feed_id uuid, organisation_id uuid, organisation_name text, person_id uuid, locale text)
language sql security definer set search_path = pg_catalog, public as $$
  update calendar_feed f set last_read_at = now()
  from person p, membership m, organisation o
  where f.token_hash = p_token_hash and f.revoked_at is null and p.id = f.person_id and p.disabled_at is null
    and m.person_id = p.id and m.organisation_id = f.organisation_id and m.active and o.id = m.organisation_id and o.is_controller
  returning f.id, o.id, o.name, p.id, p.locale
$$;
revoke execute on function app.read_calendar(text) from public;
grant execute on function app.read_calendar(text) to portal_runtime;
