-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "cvr" TEXT,
    "is_controller" BOOLEAN NOT NULL DEFAULT false,
    "is_processor" BOOLEAN NOT NULL DEFAULT false,
    "threshold" INTEGER NOT NULL DEFAULT 85,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'da',
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "processor_id" UUID,
    "token_hash" TEXT NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "cvr" TEXT,
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "processor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "data_categories" TEXT[],
    "person_categories" TEXT[],
    "person_count" INTEGER NOT NULL,
    "counting_basis" TEXT NOT NULL DEFAULT 'over-period',
    "signed_on" DATE,
    "starts_on" DATE,
    "ends_on" DATE,
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "transfers_outside_eu" BOOLEAN NOT NULL DEFAULT false,
    "approved_subprocessors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "points" INTEGER,
    "concept" INTEGER,
    "score_id" UUID,
    "choice_id" UUID,
    "standing" TEXT NOT NULL DEFAULT 'none',
    "next_due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "special_requirement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text_da" TEXT NOT NULL,
    "text_en" TEXT NOT NULL DEFAULT '',
    "evidence_asked" BOOLEAN NOT NULL DEFAULT false,
    "critical" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "special_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_score" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "person_count" INTEGER NOT NULL,
    "counting_basis" TEXT NOT NULL,
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,
    "c" INTEGER NOT NULL,
    "d" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "scored_by_id" UUID NOT NULL,
    "scored_by_name" TEXT NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_choice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "concept" INTEGER NOT NULL,
    "minimum" INTEGER NOT NULL,
    "below_band" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "chosen_by_id" UUID NOT NULL,
    "chosen_by_name" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "concept_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "supervision_id" UUID,
    "source" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "noticed_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controller_id" UUID NOT NULL,
    "processor_id" UUID,
    "agreement_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "controller_name" TEXT NOT NULL,
    "processor_name" TEXT NOT NULL,
    "concept" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "period_from" DATE,
    "period_to" DATE,
    "due_on" DATE,
    "sent_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "assessing_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "concluded_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_case" (
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "choice_id" UUID,
    "points" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "agreement_version" INTEGER NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "assessed_by_id" UUID,
    "assessed_by_name" TEXT,
    "claimed_score" INTEGER,
    "assessed_score" INTEGER,
    "proposal" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_case_pkey" PRIMARY KEY ("supervision_id")
);

-- CreateTable
CREATE TABLE "request" (
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID,
    "recipient_name" TEXT NOT NULL DEFAULT '',
    "recipient_email" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'da',
    "questionnaire" JSONB NOT NULL,
    "questionnaire_hash" TEXT NOT NULL,
    "agreement_snapshot" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_pkey" PRIMARY KEY ("supervision_id")
);

-- CreateTable
CREATE TABLE "response" (
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_pkey" PRIMARY KEY ("supervision_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "supervision_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "value" JSONB,
    "comment" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("supervision_id","question")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "store_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "answers_hash" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "declaration" TEXT NOT NULL,
    "signatory_name" TEXT NOT NULL,
    "signatory_title" TEXT NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "supervision_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "controller_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "claimed_level" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "na_accepted" BOOLEAN,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "decided_by_id" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("supervision_id","question")
);

-- CreateTable
CREATE TABLE "returned_question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_by_name" TEXT NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "returned_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "on_special_requirement" BOOLEAN NOT NULL DEFAULT false,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarification_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "clarification_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clarification_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID,
    "rule" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "values" JSONB NOT NULL DEFAULT '{}',
    "body" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "measure" TEXT NOT NULL DEFAULT '',
    "owner_name" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "accepted_until" DATE,
    "released_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "finding_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conclusion" (
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "processor_id" UUID,
    "outcome" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "conclusion_pkey" PRIMARY KEY ("supervision_id")
);

-- CreateTable
CREATE TABLE "package" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supervision_id" UUID NOT NULL,
    "controller_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'building',
    "language" TEXT NOT NULL DEFAULT 'da',
    "name" TEXT NOT NULL DEFAULT '',
    "store_key" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '',
    "size" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "supervision_id" UUID,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "secret_link" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempt_started_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "actor_organisation_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "supervision_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "lifecycle_transition" (
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "lifecycle_transition_pkey" PRIMARY KEY ("from_state","to_state")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_cvr_key" ON "organisation"("cvr");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "one_time_token_person_id_idx" ON "one_time_token"("person_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organisation_id_person_id_key" ON "membership"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_created_at_idx" ON "invitation"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "invitation_processor_id_organisation_id_idx" ON "invitation"("processor_id", "organisation_id");

-- CreateIndex
CREATE INDEX "processor_controller_id_name_idx" ON "processor"("controller_id", "name");

-- CreateIndex
CREATE INDEX "processor_organisation_id_idx" ON "processor"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "processor_id_controller_id_key" ON "processor"("id", "controller_id");

-- CreateIndex
CREATE UNIQUE INDEX "processor_controller_id_cvr_key" ON "processor"("controller_id", "cvr");

-- CreateIndex
CREATE INDEX "agreement_controller_id_status_next_due_on_idx" ON "agreement"("controller_id", "status", "next_due_on");

-- CreateIndex
CREATE INDEX "agreement_controller_id_title_idx" ON "agreement"("controller_id", "title");

-- CreateIndex
CREATE INDEX "agreement_controller_id_status_points_standing_idx" ON "agreement"("controller_id", "status", "points", "standing");

-- CreateIndex
CREATE INDEX "agreement_processor_id_controller_id_idx" ON "agreement"("processor_id", "controller_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_id_controller_id_key" ON "agreement"("id", "controller_id");

-- CreateIndex
CREATE INDEX "special_requirement_agreement_id_controller_id_position_idx" ON "special_requirement"("agreement_id", "controller_id", "position");

-- CreateIndex
CREATE INDEX "special_requirement_controller_id_idx" ON "special_requirement"("controller_id");

-- CreateIndex
CREATE INDEX "risk_score_agreement_id_controller_id_idx" ON "risk_score"("agreement_id", "controller_id");

-- CreateIndex
CREATE INDEX "risk_score_controller_id_idx" ON "risk_score"("controller_id");

-- CreateIndex
CREATE UNIQUE INDEX "risk_score_agreement_id_version_key" ON "risk_score"("agreement_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "risk_score_id_controller_id_key" ON "risk_score"("id", "controller_id");

-- CreateIndex
CREATE INDEX "concept_choice_agreement_id_controller_id_idx" ON "concept_choice"("agreement_id", "controller_id");

-- CreateIndex
CREATE INDEX "concept_choice_controller_id_state_idx" ON "concept_choice"("controller_id", "state");

-- CreateIndex
CREATE INDEX "concern_agreement_id_controller_id_idx" ON "concern"("agreement_id", "controller_id");

-- CreateIndex
CREATE INDEX "concern_controller_id_idx" ON "concern"("controller_id");

-- CreateIndex
CREATE INDEX "supervision_controller_id_state_due_on_idx" ON "supervision"("controller_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "supervision_processor_id_state_due_on_idx" ON "supervision"("processor_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "supervision_agreement_id_controller_id_created_at_idx" ON "supervision"("agreement_id", "controller_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_id_controller_id_key" ON "supervision"("id", "controller_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_id_controller_id_processor_id_key" ON "supervision"("id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "supervision_case_controller_id_idx" ON "supervision_case"("controller_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_case_supervision_id_controller_id_key" ON "supervision_case"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "request_controller_id_idx" ON "request"("controller_id");

-- CreateIndex
CREATE INDEX "request_processor_id_idx" ON "request"("processor_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_supervision_id_controller_id_key" ON "request"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "response_controller_id_idx" ON "response"("controller_id");

-- CreateIndex
CREATE INDEX "response_processor_id_idx" ON "response"("processor_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_supervision_id_controller_id_processor_id_key" ON "response"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "answer_processor_id_idx" ON "answer"("processor_id");

-- CreateIndex
CREATE INDEX "answer_supervision_id_controller_id_processor_id_idx" ON "answer"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "evidence_supervision_id_controller_id_processor_id_idx" ON "evidence"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "evidence_processor_id_idx" ON "evidence"("processor_id");

-- CreateIndex
CREATE INDEX "evidence_controller_id_idx" ON "evidence"("controller_id");

-- CreateIndex
CREATE INDEX "submission_supervision_id_controller_id_processor_id_idx" ON "submission"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "submission_controller_id_idx" ON "submission"("controller_id");

-- CreateIndex
CREATE INDEX "submission_processor_id_idx" ON "submission"("processor_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_supervision_id_revision_key" ON "submission"("supervision_id", "revision");

-- CreateIndex
CREATE INDEX "assessment_supervision_id_controller_id_idx" ON "assessment"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "assessment_controller_id_idx" ON "assessment"("controller_id");

-- CreateIndex
CREATE INDEX "returned_question_supervision_id_controller_id_processor_id_idx" ON "returned_question"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "returned_question_controller_id_idx" ON "returned_question"("controller_id");

-- CreateIndex
CREATE INDEX "returned_question_processor_id_idx" ON "returned_question"("processor_id");

-- CreateIndex
CREATE UNIQUE INDEX "returned_question_supervision_id_question_revision_key" ON "returned_question"("supervision_id", "question", "revision");

-- CreateIndex
CREATE INDEX "clarification_supervision_id_controller_id_processor_id_idx" ON "clarification"("supervision_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "clarification_controller_id_closed_at_idx" ON "clarification"("controller_id", "closed_at");

-- CreateIndex
CREATE INDEX "clarification_processor_id_closed_at_idx" ON "clarification"("processor_id", "closed_at");

-- CreateIndex
CREATE UNIQUE INDEX "clarification_id_controller_id_processor_id_key" ON "clarification"("id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "clarification_message_clarification_id_controller_id_proces_idx" ON "clarification_message"("clarification_id", "controller_id", "processor_id");

-- CreateIndex
CREATE INDEX "clarification_message_controller_id_idx" ON "clarification_message"("controller_id");

-- CreateIndex
CREATE INDEX "clarification_message_processor_id_idx" ON "clarification_message"("processor_id");

-- CreateIndex
CREATE INDEX "clarification_message_author_id_idx" ON "clarification_message"("author_id");

-- CreateIndex
CREATE INDEX "finding_supervision_id_controller_id_idx" ON "finding"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "finding_agreement_id_controller_id_idx" ON "finding"("agreement_id", "controller_id");

-- CreateIndex
CREATE INDEX "finding_controller_id_state_due_on_idx" ON "finding"("controller_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "finding_processor_id_state_idx" ON "finding"("processor_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "finding_supervision_id_rule_question_key" ON "finding"("supervision_id", "rule", "question");

-- CreateIndex
CREATE UNIQUE INDEX "finding_id_controller_id_key" ON "finding"("id", "controller_id");

-- CreateIndex
CREATE INDEX "finding_decision_finding_id_controller_id_idx" ON "finding_decision"("finding_id", "controller_id");

-- CreateIndex
CREATE INDEX "finding_decision_controller_id_idx" ON "finding_decision"("controller_id");

-- CreateIndex
CREATE INDEX "conclusion_controller_id_idx" ON "conclusion"("controller_id");

-- CreateIndex
CREATE INDEX "conclusion_processor_id_idx" ON "conclusion"("processor_id");

-- CreateIndex
CREATE UNIQUE INDEX "conclusion_supervision_id_controller_id_key" ON "conclusion"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "package_supervision_id_controller_id_idx" ON "package"("supervision_id", "controller_id");

-- CreateIndex
CREATE INDEX "package_controller_id_idx" ON "package"("controller_id");

-- CreateIndex
CREATE INDEX "outbox_organisation_id_created_at_idx" ON "outbox"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_supervision_id_idx" ON "outbox"("supervision_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_organisation_id_dedupe_key_key" ON "outbox"("organisation_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_id_idx" ON "audit_event"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_supervision_id_organisation_id_idx" ON "audit_event"("supervision_id", "organisation_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_processor_id_organisation_id_fkey" FOREIGN KEY ("processor_id", "organisation_id") REFERENCES "processor"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "processor" ADD CONSTRAINT "processor_controller_id_fkey" FOREIGN KEY ("controller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_controller_id_fkey" FOREIGN KEY ("controller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_processor_id_controller_id_fkey" FOREIGN KEY ("processor_id", "controller_id") REFERENCES "processor"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_requirement" ADD CONSTRAINT "special_requirement_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_score" ADD CONSTRAINT "risk_score_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concept_choice" ADD CONSTRAINT "concept_choice_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_controller_id_fkey" FOREIGN KEY ("controller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_case" ADD CONSTRAINT "supervision_case_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returned_question" ADD CONSTRAINT "returned_question_supervision_id_controller_id_processor_i_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_supervision_id_controller_id_processor_id_fkey" FOREIGN KEY ("supervision_id", "controller_id", "processor_id") REFERENCES "supervision"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification_message" ADD CONSTRAINT "clarification_message_clarification_id_controller_id_proce_fkey" FOREIGN KEY ("clarification_id", "controller_id", "processor_id") REFERENCES "clarification"("id", "controller_id", "processor_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_agreement_id_controller_id_fkey" FOREIGN KEY ("agreement_id", "controller_id") REFERENCES "agreement"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_decision" ADD CONSTRAINT "finding_decision_finding_id_controller_id_fkey" FOREIGN KEY ("finding_id", "controller_id") REFERENCES "finding"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package" ADD CONSTRAINT "package_supervision_id_controller_id_fkey" FOREIGN KEY ("supervision_id", "controller_id") REFERENCES "supervision"("id", "controller_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

