/** What findings hang on: a supervision, or with `supervisionId` null the agreement itself. */
export type FindingOrigin = { supervisionId: string | null; agreementId: string; controllerId: string; processorId: string | null };
