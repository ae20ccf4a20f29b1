/** A special requirement of the agreement, as its question needs it. Without an English text the Danish one stands in both. */
export type SpecialRequirement = {
  id: string; textDa: string; textEn?: string | null; critical?: boolean; evidenceAsked?: boolean;
  category?: string; evidenceText?: string; source?: string;
};

/** A time limit of the agreement (app/domain/limits), with the clause it stands in. */
export type AgreedLimit = { kind: string; value: number | null; unit: string; runsFrom: string; source: string };
/** A sub-processor as approved or assumed to be in use; one that is refused is never asked about. */
export type AgreedSubprocessor = { id: string; name: string; country: string; processing: string; status: string };
export type AgreedPlace = { place: string; country: string };
/** A way of supervision written into the agreement (001 bilag C.5, C.6). */
export type AgreedProcedure = { kind: string; everyMonths: number | null; source: string };

/** What of an agreement a questionnaire is made from. */
export type ComposedAgreement = {
  title: string;
  specialRequirements: readonly SpecialRequirement[];
  limits?: readonly AgreedLimit[];
  subprocessors?: readonly AgreedSubprocessor[];
  locations?: readonly AgreedPlace[];
  procedures?: readonly AgreedProcedure[];
  /** How long the processing lasts, in the agreement's words (001 bilag A.5). */
  duration?: string;
};
