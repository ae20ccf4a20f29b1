import type { IsoDate } from "../time/iso-date.ts";
import type { AuditorStatement } from "./auditor-statement.ts";

/** Who supervised, after the three models of concept 5. Datatilsynet 2021, concept 5. */
export type StatementBasis = "auditors-statement" | "other-partys-supervision" | "joint-mandate";

/**
 * A statement beside the facts of the agreement and of this supervision: the whole input of the GAP rules.
 * null = not known or not applicable. `assessedExceptions` = refs we have taken a position on; `sendWithinDays` = the agreement's
 * limit (annex C.5.2); `jointSupervision` = others would see the report; `refuseTypeOne` = the tenant's policy from 7 points.
 */
export type StatementFacts = {
  statement: AuditorStatement;
  basis: StatementBasis;
  points: number;
  today: IsoDate;
  /** `metBeside`: answered beside the statement that it is met. */
  specialRequirements: readonly { id: string; coveredByStatement: boolean | null; metBeside?: boolean }[];
  approvedSubprocessors: readonly string[];
  /** Taken to be in use without an approval. */
  assumedSubprocessors: readonly string[];
  serviceCovered: boolean | null;
  /** Whether it is about compliance with processing agreements (K5-2). */
  coversAgreement: "yes" | "partly" | "no" | null;
  /** Whether it looked at the processor's own supervision of its sub-processors (K5-4). */
  subprocessorSupervisionExamined: boolean | null;
  transfers: boolean;
  dataSubjectFacing: boolean;
  obtainedOn: IsoDate | null;
  receivedOn: IsoDate | null;
  sendWithinDays: number | null;
  previousPeriodEnd: IsoDate | null;
  assessedExceptions: readonly string[];
  breachQuestionAnswered: boolean | null;
  jointSupervision: boolean;
  refuseTypeOne: boolean;
};

/** From this many points an auditor's statement must give high assurance. Datatilsynet 2021, concept 5. */
export const HIGH_ASSURANCE_FROM = 7;
