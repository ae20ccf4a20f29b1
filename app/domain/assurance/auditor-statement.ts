import type { IsoDate } from "../time/iso-date.ts";

/** What the statement is made under. GAP-14 marks those that are no opinion on the agreement. */
export type StatementStandard = "isae-3000-gdpr" | "isae-3402" | "soc-1" | "soc-2" | "iso-27001" | "iso-27701" | "other";

/** Høj / begrænset grad af sikkerhed. */
export type Assurance = "high" | "limited" | "unknown";

/** The auditor's conclusion: uden forbehold, med forbehold, afkræftende, manglende. */
export type Opinion = "unmodified" | "qualified" | "adverse" | "disclaimer";

/** Whether sub-processors' controls are outside (partielmetoden) or inside (helhedsmetoden) the statement. */
export type SubprocessorMethod = "carve-out" | "inclusive" | "none" | "unknown";

/** The control objectives of the ISAE 3000 template. */
export type Objective = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I";

/** What the report says of one objective. */
export type ObjectiveCoverage = "covered" | "not-covered" | "not-relevant";

/** A deviation in the report's result column. */
export type StatementException = { ref: string; text: string; managementResponse: string | null; dueOn: IsoDate | null };

/** A sub-processor named by the report; `evidenceRef` = other evidence on it that we hold. */
export type StatementSubprocessor = { name: string; method: "carve-out" | "inclusive" | "unknown"; evidenceRef: string | null };

/** A control the report leaves to the customer. */
export type ComplementaryControl = { ref: string; text: string; ourOwner: string | null; ourStatus: string | null };

/** Who gave the statement; null = not known. */
export type Auditor = {
  name: string;
  cvr: string | null;
  signatory: string | null;
  stateAuthorised: boolean | null;
  independenceDeclared: boolean | null;
  relatedToProcessor: boolean | null;
};

/**
 * The described content of an auditor's statement (domain.md §4.3). Dates are ISO days. Type 1 has `asAtDate`, type 2 a period.
 * `objectives` null = not recorded letter by letter; `subprocessors` null = the report's list is not recorded.
 */
export type AuditorStatement = {
  standard: StatementStandard;
  title: string;
  issuedOn: IsoDate | null;
  language: string | null;
  auditor: Auditor;
  assurance: Assurance;
  type: 1 | 2 | null;
  asAtDate: IsoDate | null;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  addressee: "all-customers" | "specific-controller" | "group" | "unknown";
  criteria: "generic" | "specific-agreement" | "unknown";
  servicesCovered: readonly string[];
  servicesExcluded: readonly string[];
  locations: readonly string[];
  opinion: Opinion;
  emphasis: readonly string[];
  objectives: Readonly<Partial<Record<Objective, ObjectiveCoverage>>> | null;
  exceptions: readonly StatementException[];
  subprocessorMethod: SubprocessorMethod;
  subprocessors: readonly StatementSubprocessor[] | null;
  complementaryControls: readonly ComplementaryControl[];
  restrictedUse: string | null;
  sharingForbidden: boolean;
};
