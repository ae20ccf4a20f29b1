import type { IsoDate } from "#app/domain/time/iso-date.ts";

export type CountingBasis = "at-one-time" | "over-period";
export type Contact = { side: "controller" | "processor"; role: string; name: string; email: string; phone: string };
/** A special requirement; `id` is empty for a new one. */
export type SpecialRequirement = { id: string; textDa: string; textEn: string; evidenceAsked: boolean; critical: boolean };

/** What an agreement says, as a use case takes it (001 bilag A and B). */
export type AgreementFields = {
  processorId: string;
  title: string;
  reference: string;
  purpose: string;
  /** Tick ids of domain/points/categories.ts. */
  dataCategories: string[];
  /** Tick ids of person-categories.ts and own words. */
  personCategories: string[];
  personCount: number;
  countingBasis: CountingBasis;
  transfersOutsideEu: boolean;
  approvedSubprocessors: string[];
  signedOn: IsoDate | null;
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  status: "active" | "ended";
  contacts: Contact[];
  requirements: SpecialRequirement[];
};
