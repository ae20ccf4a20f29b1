-- Sub-processors become rows of their own, with what an agreement says of each; names that were a list on the agreement move there in their order.
insert into subprocessor (controller_id, agreement_id, position, name, cvr)
select a.controller_id, a.id, n.place - 1, n.name, coalesce((regexp_match(n.name, '(?:^|\D)(\d{8})(?:\D|$)'))[1], '')
from agreement a cross join lateral unnest(a.approved_subprocessors) with ordinality as n(name, place)
where btrim(n.name) <> '';

ALTER TABLE "agreement" DROP COLUMN "approved_subprocessors";

-- The link above one is of the same agreement.
CREATE UNIQUE INDEX "subprocessor_id_agreement_id_controller_id_key" ON "subprocessor"("id", "agreement_id", "controller_id");

CREATE INDEX "subprocessor_parent_id_agreement_id_controller_id_idx" ON "subprocessor"("parent_id", "agreement_id", "controller_id");

ALTER TABLE "subprocessor" ADD CONSTRAINT "subprocessor_parent_id_agreement_id_controller_id_fkey" FOREIGN KEY ("parent_id", "agreement_id", "controller_id") REFERENCES "subprocessor"("id", "agreement_id", "controller_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A version never changes; the signed contract is put in once, when it is at hand.
drop trigger refuse_change on agreement_version;
create trigger refuse_delete before delete on agreement_version for each row execute function app.refuse_change();
create trigger refuse_change before update on agreement_version for each row
  when (old.file is not null or new.file is null or (to_jsonb(old) - 'file') is distinct from (to_jsonb(new) - 'file')) execute function app.refuse_change();
grant update (file) on agreement_version to portal_runtime;
