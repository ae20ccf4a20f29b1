import type { Objective } from "#app/domain/assurance/auditor-statement.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Procedure } from "#app/domain/concept/procedures.ts";
import type { ClauseSet } from "#app/domain/limits/clause-sets.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

export type CountingBasis = "at-one-time" | "over-period";
export type Contact = { side: "controller" | "processor"; role: string; name: string; email: string; phone: string };

/** What a special requirement is about. */
export const REQUIREMENT_CATEGORIES = ["security", "location", "subprocessor", "retention", "rights", "breach", "supervision", "other"] as const;
export type RequirementCategory = (typeof REQUIREMENT_CATEGORIES)[number];
/** The control objectives of an ISAE 3000 statement. */
export const OBJECTIVES = ["A", "B", "C", "D", "E", "F", "G", "H", "I"] as const satisfies readonly Objective[];

/** A special requirement; `id` is empty for a new one. `evidenceText`: what is to be shown; `source`: its clause; `objectives`: those that would cover it. */
export type SpecialRequirement = {
  id: string; textDa: string; textEn: string; evidenceAsked: boolean; critical: boolean;
  category: RequirementCategory; evidenceText: string; source: string; objectives: Objective[];
};

/** Where personal data is processed (001 bilag C.4); `country` is two letters or "". */
export type Location = { place: string; country: string };

/** How sub-processors are approved: each one beforehand, or in general with a right to object (001 bilag B; GDPR art. 28(2)). */
export const APPROVAL_KINDS = ["specific", "general"] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];
/** The level of security agreed, apart from the points (001 bilag C.2.1). */
export const SECURITY_LEVELS = ["low", "medium", "high"] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

/** What an agreement says, as a use case takes it (001 bilag A–D). "" is what the contract does not say. */
export type AgreementFields = {
  processorId: string;
  title: string;
  reference: string;
  purpose: string;
  nature: string;
  duration: string;
  clauseSet: ClauseSet | "";
  approvalKind: ApprovalKind | "";
  securityLevel: SecurityLevel | "";
  locations: Location[];
  procedures: Procedure[];
  /** The concept written into the contract. */
  agreedConcept: Concept | null;
  /** Whether the processor serves the data subjects itself. */
  dataSubjectFacing: boolean;
  /** Tick ids of domain/points/categories.ts. */
  dataCategories: string[];
  /** Tick ids of person-categories.ts and own words. */
  personCategories: string[];
  personCount: number;
  countingBasis: CountingBasis;
  transfersOutsideEu: boolean;
  signedOn: IsoDate | null;
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  status: "active" | "ended";
  contacts: Contact[];
  requirements: SpecialRequirement[];
};

/** Why data may go to a third country (GDPR ch. V). */
export const TRANSFER_GROUNDS = ["adequacy", "scc", "bcr", "other"] as const;
/** "assumed": on the processor's general list and taken as in use (Datatilsynet's cloud guidance 2022). */
export const SUBPROCESSOR_STATUSES = ["approved", "assumed", "refused"] as const;
export type SubprocessorStatus = (typeof SUBPROCESSOR_STATUSES)[number];

/** A sub-processor, for one described processing (001 bilag B.2); `parentId` is the link above it in the chain (EDPB 22/2024), null for the processor itself. */
export type Subprocessor = {
  id: string; parentId: string | null; name: string; cvr: string; address: string; country: string; processing: string;
  transferGround: (typeof TRANSFER_GROUNDS)[number] | ""; contactName: string; contactEmail: string; status: SubprocessorStatus; approvedOn: IsoDate | null;
};

/** Names of the sub-processors with a status. Only those approved may be used (GDPR art. 28(2)). */
export function namesOf(subprocessors: readonly Pick<Subprocessor, "name" | "status">[], wanted: SubprocessorStatus): string[] {
  return [...new Set(subprocessors.filter(({ status }) => status === wanted).map(({ name }) => name))];
}
