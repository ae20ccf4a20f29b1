-- A check of an agreement that was begun by mistake, or is given up, is discarded: it is shown no more. A completed one is evidence and stays.
ALTER TABLE "agreement_check" ADD COLUMN     "discarded_at" TIMESTAMPTZ(3),
ADD COLUMN     "discarded_by_name" TEXT NOT NULL DEFAULT '';

alter table agreement_check add constraint agreement_check_ended_once check (completed_at is null or discarded_at is null);
