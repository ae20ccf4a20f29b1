-- The last move of a plan's line can be taken back, with the reason that stood before it.
ALTER TABLE "plan_line" ADD COLUMN     "moved_from" DATE,
ADD COLUMN     "reason_before" TEXT NOT NULL DEFAULT '';
