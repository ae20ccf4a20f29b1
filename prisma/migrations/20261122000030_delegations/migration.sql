-- Who of the processor's people has which page of a request: a private matter of the processor. One row a page; giving it on again, or
-- taking it back, changes the row, and the trail keeps what it said before.
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "delegated_by_id" UUID NOT NULL,
    "delegated_by_name" TEXT NOT NULL,
    "delegated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "delegation_supervision_id_page_key" ON "delegation"("supervision_id", "page");
CREATE INDEX "delegation_processor_id_idx" ON "delegation"("processor_id");
CREATE INDEX "delegation_supervision_id_controller_id_processor_id_idx" ON "delegation"("supervision_id", "controller_id", "processor_id");
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table delegation enable row level security;
alter table delegation force row level security;
create policy delegation_own on delegation using (processor_id = (select app.tenant())) with check (processor_id = (select app.tenant()));
grant select, insert, update on delegation to portal_runtime;
