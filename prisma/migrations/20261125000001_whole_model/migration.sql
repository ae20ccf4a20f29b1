-- The whole supervision model: agreements as data, checks, own catalogues and questionnaires, plans, rounds, escalation, breaches, imports.
ALTER TABLE "agreement" ADD COLUMN     "agreed_concept" INTEGER,
ADD COLUMN     "approval_kind" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "clause_set" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "data_subject_facing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "duration" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "locations" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "nature" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "procedures" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "security_level" TEXT NOT NULL DEFAULT '';

ALTER TABLE "finding" ADD COLUMN     "effectiveness" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "previous_id" UUID,
ALTER COLUMN "supervision_id" DROP NOT NULL;

ALTER TABLE "organisation" ADD COLUMN     "escalation_days" INTEGER[] DEFAULT ARRAY[1, 7, 14]::INTEGER[];

ALTER TABLE "processor" ADD COLUMN     "manager_email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "manager_name" TEXT NOT NULL DEFAULT '';

ALTER TABLE "special_requirement" ADD COLUMN     "category" TEXT NOT NULL DEFAULT 'other',
ADD COLUMN     "evidence_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "objectives" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

ALTER TABLE "supervision" ADD COLUMN     "supplements" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

ALTER TABLE "supervision_case" ADD COLUMN     "own_version_id" UUID,
ADD COLUMN     "plan_line_id" UUID,
ADD COLUMN     "round_id" UUID;

CREATE TABLE "finding_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "finding_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "reported_by_id" UUID NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_report_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "signed_on" DATE,
    "signed_for_controller" TEXT NOT NULL DEFAULT '',
    "signed_for_processor" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "file" JSONB,
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_limit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER,
    "unit" TEXT NOT NULL,
    "runs_from" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_limit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "subprocessor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "cvr" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "processing" TEXT NOT NULL DEFAULT '',
    "transfer_ground" TEXT NOT NULL DEFAULT '',
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'approved',
    "approved_on" DATE,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subprocessor_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_check" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "catalogue" TEXT NOT NULL,
    "catalogue_version" INTEGER NOT NULL,
    "agreement_version" INTEGER NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_by_name" TEXT NOT NULL DEFAULT '',
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_check_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_check_item" (
    "check_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "clause" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "decided_by_id" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_check_item_pkey" PRIMARY KEY ("check_id","item")
);

CREATE TABLE "own_catalogue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "imported_by_id" UUID NOT NULL,
    "imported_by_name" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_catalogue_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_questionnaire" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "title_da" TEXT NOT NULL,
    "title_en" TEXT NOT NULL DEFAULT '',
    "draft" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_name" TEXT NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_questionnaire_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_questionnaire_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "questionnaire_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published_by_id" UUID NOT NULL,
    "published_by_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_questionnaire_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "plan" (
    "agreement_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "factors" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("agreement_id")
);

CREATE TABLE "plan_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "concept" INTEGER NOT NULL,
    "interval_months" INTEGER,
    "next_due_on" DATE,
    "own_questionnaire_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reassessment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "causes" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "reassessment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'da',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "filter" JSONB NOT NULL DEFAULT '{}',
    "due_on" DATE,
    "language" TEXT NOT NULL DEFAULT 'da',
    "message" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "round_item" (
    "round_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "concept" INTEGER NOT NULL,
    "included" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "refusal" TEXT NOT NULL DEFAULT '',
    "supervision_id" UUID,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_item_pkey" PRIMARY KEY ("round_id","agreement_id")
);

CREATE TABLE "escalation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "overdue_days" INTEGER NOT NULL,
    "from_concept" INTEGER,
    "to_concept" INTEGER,
    "told" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "processor_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL DEFAULT '',
    "categories" TEXT NOT NULL DEFAULT '',
    "person_count" INTEGER,
    "record_count" INTEGER,
    "consequences" TEXT NOT NULL DEFAULT '',
    "measures" TEXT NOT NULL DEFAULT '',
    "possible_only" BOOLEAN NOT NULL DEFAULT false,
    "at_subprocessor" TEXT NOT NULL DEFAULT '',
    "occurred_at" TIMESTAMPTZ(3),
    "aware_at" TIMESTAMPTZ(3) NOT NULL,
    "dealt_with_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "breach_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "breach_notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "breach_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID,
    "register_id" UUID NOT NULL,
    "breach_id" UUID,
    "source" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL DEFAULT '',
    "categories" TEXT NOT NULL DEFAULT '',
    "person_count" INTEGER,
    "record_count" INTEGER,
    "consequences" TEXT NOT NULL DEFAULT '',
    "measures" TEXT NOT NULL DEFAULT '',
    "possible_only" BOOLEAN NOT NULL DEFAULT false,
    "occurred_at" TIMESTAMPTZ(3),
    "processor_aware_at" TIMESTAMPTZ(3),
    "notified_at" TIMESTAMPTZ(3),
    "aware_at" TIMESTAMPTZ(3) NOT NULL,
    "authority_decision" TEXT NOT NULL DEFAULT '',
    "authority_notified_at" TIMESTAMPTZ(3),
    "authority_reason" TEXT NOT NULL DEFAULT '',
    "persons_informed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "supervision_id" UUID,
    "disclosed_ref" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "breach_record_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "columns" TEXT[],
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "good_count" INTEGER NOT NULL DEFAULT 0,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "controller_id" UUID NOT NULL,
    "cells" TEXT[],
    "errors" JSONB NOT NULL DEFAULT '[]',
    "processor_id" UUID,
    "agreement_id" UUID,
    "made_processor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","position")
);

CREATE INDEX "finding_report_finding_id_controller_id_processor_id_idx" ON "finding_report"("finding_id", "controller_id", "processor_id");

CREATE INDEX "finding_report_controller_id_idx" ON "finding_report"("controller_id");

CREATE INDEX "finding_report_processor_id_idx" ON "finding_report"("processor_id");

CREATE INDEX "agreement_version_agreement_id_controller_id_idx" ON "agreement_version"("agreement_id", "controller_id");

CREATE INDEX "agreement_version_controller_id_idx" ON "agreement_version"("controller_id");

CREATE UNIQUE INDEX "agreement_version_agreement_id_number_key" ON "agreement_version"("agreement_id", "number");

CREATE INDEX "agreement_limit_agreement_id_controller_id_idx" ON "agreement_limit"("agreement_id", "controller_id");

CREATE INDEX "agreement_limit_controller_id_idx" ON "agreement_limit"("controller_id");

CREATE INDEX "subprocessor_agreement_id_controller_id_idx" ON "subprocessor"("agreement_id", "controller_id");

CREATE INDEX "subprocessor_controller_id_name_idx" ON "subprocessor"("controller_id", "name");

CREATE INDEX "agreement_check_agreement_id_controller_id_idx" ON "agreement_check"("agreement_id", "controller_id");

CREATE INDEX "agreement_check_controller_id_idx" ON "agreement_check"("controller_id");

CREATE UNIQUE INDEX "agreement_check_id_controller_id_key" ON "agreement_check"("id", "controller_id");

CREATE INDEX "agreement_check_item_check_id_controller_id_idx" ON "agreement_check_item"("check_id", "controller_id");

CREATE INDEX "agreement_check_item_controller_id_idx" ON "agreement_check_item"("controller_id");

CREATE UNIQUE INDEX "own_catalogue_organisation_id_key_version_key" ON "own_catalogue"("organisation_id", "key", "version");

CREATE INDEX "own_questionnaire_controller_id_idx" ON "own_questionnaire"("controller_id");

CREATE UNIQUE INDEX "own_questionnaire_id_controller_id_key" ON "own_questionnaire"("id", "controller_id");

CREATE INDEX "own_questionnaire_version_questionnaire_id_controller_id_idx" ON "own_questionnaire_version"("questionnaire_id", "controller_id");

CREATE INDEX "own_questionnaire_version_controller_id_idx" ON "own_questionnaire_version"("controller_id");

CREATE UNIQUE INDEX "own_questionnaire_version_questionnaire_id_number_key" ON "own_questionnaire_version"("questionnaire_id", "number");

CREATE INDEX "plan_controller_id_idx" ON "plan"("controller_id");

CREATE UNIQUE INDEX "plan_agreement_id_controller_id_key" ON "plan"("agreement_id", "controller_id");

CREATE INDEX "plan_line_agreement_id_controller_id_idx" ON "plan_line"("agreement_id", "controller_id");

CREATE INDEX "plan_line_controller_id_next_due_on_idx" ON "plan_line"("controller_id", "next_due_on");

CREATE INDEX "reassessment_agreement_id_controller_id_idx" ON "reassessment"("agreement_id", "controller_id");

CREATE INDEX "reassessment_controller_id_state_idx" ON "reassessment"("controller_id", "state");

CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

CREATE INDEX "calendar_feed_organisation_id_person_id_idx" ON "calendar_feed"("organisation_id", "person_id");

CREATE INDEX "round_controller_id_created_at_idx" ON "round"("controller_id", "created_at");

CREATE UNIQUE INDEX "round_id_controller_id_key" ON "round"("id", "controller_id");

CREATE INDEX "round_item_round_id_controller_id_state_idx" ON "round_item"("round_id", "controller_id", "state");

CREATE INDEX "round_item_agreement_id_controller_id_idx" ON "round_item"("agreement_id", "controller_id");

CREATE INDEX "round_item_controller_id_idx" ON "round_item"("controller_id");

CREATE INDEX "escalation_supervision_id_controller_id_idx" ON "escalation"("supervision_id", "controller_id");

CREATE INDEX "escalation_controller_id_state_idx" ON "escalation"("controller_id", "state");

CREATE UNIQUE INDEX "escalation_supervision_id_step_key" ON "escalation"("supervision_id", "step");

CREATE INDEX "breach_processor_id_aware_at_idx" ON "breach"("processor_id", "aware_at");

CREATE UNIQUE INDEX "breach_id_processor_id_key" ON "breach"("id", "processor_id");

CREATE INDEX "breach_notice_breach_id_processor_id_idx" ON "breach_notice"("breach_id", "processor_id");

CREATE INDEX "breach_notice_controller_id_sent_at_idx" ON "breach_notice"("controller_id", "sent_at");

CREATE INDEX "breach_notice_processor_id_idx" ON "breach_notice"("processor_id");

CREATE UNIQUE INDEX "breach_notice_breach_id_controller_id_number_key" ON "breach_notice"("breach_id", "controller_id", "number");

CREATE INDEX "breach_record_controller_id_aware_at_idx" ON "breach_record"("controller_id", "aware_at");

CREATE INDEX "breach_record_agreement_id_controller_id_idx" ON "breach_record"("agreement_id", "controller_id");

CREATE UNIQUE INDEX "breach_record_controller_id_breach_id_agreement_id_key" ON "breach_record"("controller_id", "breach_id", "agreement_id");

CREATE INDEX "import_run_controller_id_created_at_idx" ON "import_run"("controller_id", "created_at");

CREATE UNIQUE INDEX "import_run_id_controller_id_key" ON "import_run"("id", "controller_id");

CREATE INDEX "import_row_import_id_controller_id_idx" ON "import_row"("import_id", "controller_id");

CREATE INDEX "import_row_controller_id_idx" ON "import_row"("controller_id");

CREATE UNIQUE INDEX "finding_id_controller_id_processor_id_key" ON "finding"("id", "controller_id", "processor_id");

ALTER TABLE "finding_report" ADD CONSTRAINT "finding_report_finding_id_controller_id_processor_id_fkey" FOREIGN KEY ("finding_id", "controller_id", "processor_id") REFERENCES "finding"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_limit" ADD CONSTRAINT "agreement_limit_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "subprocessor" ADD CONSTRAINT "subprocessor_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_check" ADD CONSTRAINT "agreement_check_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_check_item" ADD CONSTRAINT "agreement_check_item_check_id_controller_id_fkey" FOREIGN KEY ("check_id", "controller_id") REFERENCES "agreement_check"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_questionnaire_version" ADD CONSTRAINT "own_questionnaire_version_questionnaire_id_controller_id_fkey" FOREIGN KEY ("questionnaire_id", "controller_id") REFERENCES "own_questionnaire"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "plan" ADD CONSTRAINT "plan_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reassessment" ADD CONSTRAINT "reassessment_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "round_item" ADD CONSTRAINT "round_item_round_id_controller_id_fkey" FOREIGN KEY ("round_id", "controller_id") REFERENCES "round"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "round_item" ADD CONSTRAINT "round_item_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "escalation" ADD CONSTRAINT "escalation_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_notice" ADD CONSTRAINT "breach_notice_breach_id_processor_id_fkey" FOREIGN KEY ("breach_id", "processor_id") REFERENCES "breach"("id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach_record" ADD CONSTRAINT "breach_record_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_controller_id_fkey" FOREIGN KEY ("import_id", "controller_id") REFERENCES "import_run"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks --------------------------------------------------------------------------------------------------------------------------------

alter table agreement add constraint agreement_clause_set check (clause_set in ('', 'municipal', 'standard-clauses', 'secretariat', 'own')),
  add constraint agreement_approval_kind check (approval_kind in ('', 'specific', 'general')),
  add constraint agreement_security_level check (security_level in ('', 'low', 'medium', 'high')),
  add constraint agreement_agreed_concept check (agreed_concept between 1 and 6);
alter table special_requirement add constraint special_requirement_category check (category in ('security', 'location', 'subprocessor', 'retention', 'rights', 'breach', 'supervision', 'other')),
  add constraint special_requirement_objectives check (objectives <@ array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']);
alter table supervision add constraint supervision_supplements check (supplements <@ array[2, 3, 4, 5, 6] and not concept = any (supplements));
alter table organisation add constraint organisation_escalation check (cardinality(escalation_days) = 3 and 0 < all (escalation_days)
  and escalation_days[1] <= escalation_days[2] and escalation_days[2] <= escalation_days[3]);
alter table agreement_limit add constraint agreement_limit_value check (value > 0),
  add constraint agreement_limit_unit check (case when value is null then unit in ('without-undue-delay', 'immediately', 'reasonable-time', 'regularly', 'on-request', 'each-time', 'before', 'at-end', 'contract')
    else unit in ('hours', 'days', 'weeks', 'months', 'years', 'attempts') end);
alter table subprocessor add constraint subprocessor_status check (status in ('approved', 'assumed', 'refused')), add constraint subprocessor_country check (country ~ '^([A-Z]{2})?$'),
  add constraint subprocessor_ground check (transfer_ground in ('', 'adequacy', 'scc', 'bcr', 'other'));
alter table agreement_check_item add constraint agreement_check_item_verdict check (verdict in ('met', 'not-met', 'not-relevant'));
alter table plan_line add constraint plan_line_kind check (kind in ('primary', 'supplement')), add constraint plan_line_concept check (concept between 1 and 6),
  add constraint plan_line_interval check (interval_months between 1 and 120);
alter table reassessment add constraint reassessment_state check (state in ('open', 'done', 'dismissed'));
alter table round add constraint round_state check (state in ('draft', 'sending', 'sent', 'cancelled'));
alter table round_item add constraint round_item_state check (state in ('waiting', 'sent', 'refused')), add constraint round_item_concept check (concept between 2 and 6);
alter table escalation add constraint escalation_step check (step in ('reminder', 'manager', 'step-up')), add constraint escalation_state check (state in ('done', 'proposed', 'accepted', 'declined'));
alter table breach_record add constraint breach_record_source check (source in ('notified', 'disclosed', 'press', 'own-experience', 'other')),
  add constraint breach_record_decision check (authority_decision in ('', 'notified', 'not-required'));
alter table import_run add constraint import_run_state check (state in ('uploaded', 'checked', 'importing', 'done', 'undone', 'cancelled'));

-- One plan line carries the cycle, one reassessment stands open, and a fact is one finding on an agreement.
create unique index plan_line_primary_key on plan_line (agreement_id) where kind = 'primary' and removed_at is null;
create unique index reassessment_open_key on reassessment (agreement_id) where state = 'open';
create unique index finding_on_agreement_key on finding (agreement_id, rule, question, subject) where supervision_id is null;

-- Rows that are evidence never change.
create trigger refuse_change before update or delete on agreement_version for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on own_questionnaire_version for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on breach_notice for each row execute function app.refuse_change();
create trigger refuse_change before update or delete on finding_report for each row execute function app.refuse_change();

-- Walls ---------------------------------------------------------------------------------------------------------------------------------

do $$ declare t text; begin
  foreach t in array array['finding_report', 'agreement_version', 'agreement_limit', 'subprocessor', 'agreement_check', 'agreement_check_item', 'own_catalogue', 'own_questionnaire',
    'own_questionnaire_version', 'plan', 'plan_line', 'reassessment', 'calendar_feed', 'round', 'round_item', 'escalation', 'breach', 'breach_notice', 'breach_record', 'import_run', 'import_row'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
  foreach t in array array['agreement_version', 'agreement_limit', 'subprocessor', 'agreement_check', 'agreement_check_item', 'own_questionnaire', 'own_questionnaire_version', 'plan', 'plan_line',
    'reassessment', 'round', 'round_item', 'escalation', 'breach_record', 'import_run', 'import_row'] loop
    execute format('create policy %I on public.%I using (controller_id = (select app.tenant())) with check (controller_id = (select app.tenant()))', t || '_own', t);
  end loop;
  foreach t in array array['own_catalogue', 'calendar_feed'] loop
    execute format('create policy %I on public.%I using (organisation_id = (select app.tenant())) with check (organisation_id = (select app.tenant()))', t || '_own', t);
  end loop;
end $$;

create policy breach_own on breach using (processor_id = (select app.tenant())) with check (processor_id = (select app.tenant()));
create policy breach_notice_read on breach_notice for select using (processor_id = (select app.tenant()) or controller_id = (select app.tenant()));
create policy breach_notice_add on breach_notice for insert with check (processor_id = (select app.tenant()));
create policy finding_report_read on finding_report for select using (processor_id = (select app.tenant()) or controller_id = (select app.tenant()));
create policy finding_report_add on finding_report for insert with check (processor_id = (select app.tenant()));

grant update (escalation_days) on organisation to portal_runtime;
grant select, insert, update on agreement_limit, subprocessor, agreement_check, agreement_check_item, own_catalogue, own_questionnaire, plan, plan_line, reassessment, calendar_feed,
  round, round_item, escalation, breach, breach_record, import_run, import_row to portal_runtime;
grant select, insert on agreement_version, own_questionnaire_version, breach_notice, finding_report to portal_runtime;
