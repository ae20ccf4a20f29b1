import type { AuditorStatement } from "./auditor-statement.ts";
import type { StatementFacts } from "./statement-facts.ts";

/** A high-assurance type 2 statement without a flaw, for tests to change one thing at a time. */
export const CLEAN_STATEMENT: AuditorStatement = {
  standard: "isae-3000-gdpr",
  title: "ISAE 3000",
  issuedOn: "2026-02-15",
  language: "da",
  auditor: { name: "Revision A/S", cvr: "11883729", signatory: "B. Nielsen", stateAuthorised: true, independenceDeclared: true, relatedToProcessor: false },
  assurance: "high",
  type: 2,
  asAtDate: null,
  periodFrom: "2025-01-01",
  periodTo: "2025-12-31",
  addressee: "all-customers",
  criteria: "generic",
  servicesCovered: ["Journal"],
  servicesExcluded: [],
  locations: ["DK"],
  opinion: "unmodified",
  emphasis: [],
  objectives: { A: "covered", B: "covered", C: "covered", D: "covered", E: "covered", F: "covered", G: "covered", H: "covered", I: "covered" },
  exceptions: [],
  subprocessorMethod: "inclusive",
  subprocessors: [{ name: "Drift ApS", method: "inclusive", evidenceRef: null }],
  complementaryControls: [],
  restrictedUse: null,
  sharingForbidden: false,
};

/** That statement beside an agreement of 7 points, which it fully covers. */
export const CLEAN_FACTS: StatementFacts = {
  statement: CLEAN_STATEMENT,
  basis: "auditors-statement",
  points: 7,
  today: "2026-11-22",
  specialRequirements: [{ id: "s1", coveredByStatement: true }],
  approvedSubprocessors: ["Drift ApS"],
  assumedSubprocessors: [],
  serviceCovered: true,
  coversAgreement: "yes",
  subprocessorSupervisionExamined: true,
  transfers: true,
  dataSubjectFacing: true,
  obtainedOn: "2026-02-15",
  receivedOn: "2026-03-01",
  sendWithinDays: 30,
  previousPeriodEnd: "2024-12-31",
  assessedExceptions: [],
  breachQuestionAnswered: true,
  jointSupervision: false,
  refuseTypeOne: false,
};

/** The clean facts with some facts, and some of the statement, changed. */
export function changedFacts(facts: Partial<Omit<StatementFacts, "statement">>, statement: Partial<AuditorStatement> = {}): StatementFacts {
  return { ...CLEAN_FACTS, ...facts, statement: { ...CLEAN_STATEMENT, ...statement } };
}
