-- A round sends what is due by the plan: the line that carries it, and the concepts that supplement it.
ALTER TABLE "round_item" ADD COLUMN     "plan_line_id" UUID,
ADD COLUMN     "supplements" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

alter table round_item add constraint round_item_supplements check (supplements <@ array[2, 3, 4, 5, 6] and not concept = any (supplements));
