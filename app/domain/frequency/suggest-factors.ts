import { addMonths } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";
import type { FrequencyFactor } from "./suggest-interval.ts";

/** What the portal knows of an agreement and its processor. Breaches are those of the last two years that did touch the data. */
export type FrequencyFacts = {
  today: IsoDate;
  /** Conclusions "not in order" on any agreement with the processor in three years, and measures past their day now. */
  notInOrder: number;
  lateMeasures: number;
  breaches: number;
  /** Sub-processors that came or went in the last year. */
  subprocessorChanges: number;
  /** Changes of owner or strategy noted in three years. */
  ownerChanges: number;
  /** Since when the processor is known: the agreement's start, else its first supervision. */
  knownSince: IsoDate | null;
  /** Outcomes of the last two supervisions, newest first. */
  lastOutcomes: readonly string[];
  /** Concluded supervisions of concept 4 in a row, newest first, each with a certificate that was in force. */
  certificates: number;
};

/** A factor that the facts speak for, and the numbers that do; people decide. */
export type FactorSuggestion = { code: FrequencyFactor; values: Record<string, number | string> };

/** From so many on, things are frequent: ours, the guide names no number. */
const SEVERAL = 2;
const FREQUENT = 3;
/** Years from which experience is long: ours. */
const LONG_MONTHS = 36;

/** The factors of chapter 5 that what is known speaks for, each with its grounds. Datatilsynet 2021, ch. 5 (004:547-564) and concept 4 (004:466). */
export function suggestFactors(facts: FrequencyFacts): FactorSuggestion[] {
  const { today, notInOrder, lateMeasures, breaches, subprocessorChanges, ownerChanges, knownSince, lastOutcomes, certificates } = facts;
  const found: FactorSuggestion[] = [];
  if (notInOrder > 0 || lateMeasures >= SEVERAL) found.push({ code: "FQ-H1", values: { notInOrder, lateMeasures } });
  if (breaches >= SEVERAL) found.push({ code: "FQ-H2", values: { breaches } });
  if (subprocessorChanges >= FREQUENT) found.push({ code: "FQ-H3", values: { subprocessorChanges } });
  if (ownerChanges >= SEVERAL) found.push({ code: "FQ-H4", values: { ownerChanges } });
  const calm = breaches === 0 && notInOrder === 0;
  const long = knownSince !== null && addMonths(knownSince, LONG_MONTHS) <= today;
  if (calm && long && lastOutcomes.length >= SEVERAL && lastOutcomes.every((outcome) => outcome !== "not-in-order")) found.push({ code: "FQ-L1", values: { knownSince } });
  if (breaches === 0 && certificates >= SEVERAL) found.push({ code: "FQ-L2", values: { certificates } });
  return found;
}
