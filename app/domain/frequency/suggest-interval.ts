import { bandOf, type Band, type Concept } from "../concept/concept.ts";

/** The factors of chapter 5: FQ-H more often, FQ-L less often, FQ-X one extra supervision out of cycle. */
export type FrequencyFactor = "FQ-H1" | "FQ-H2" | "FQ-H3" | "FQ-H4" | "FQ-X1" | "FQ-X2" | "FQ-L1" | "FQ-L2";

/** All factors in the order of the guide. Datatilsynet 2021, ch. 5. */
export const FREQUENCY_FACTORS: readonly FrequencyFactor[] = ["FQ-H1", "FQ-H2", "FQ-H3", "FQ-H4", "FQ-X1", "FQ-X2", "FQ-L1", "FQ-L2"];

/** Months between supervisions by band; null = only when something happens, beside the yearly overview. Our default: the guide has no table. */
export const DEFAULT_MONTHS: Readonly<Record<Band["id"], number | null>> = { "7-10": 12, "5-6": 12, "3-4": 24, "1-2": null };

/** Months (null = event driven), whether an extra supervision is due out of cycle, and the codes that led there. */
export type IntervalSuggestion = { months: number | null; extra: boolean; reasons: string[] };

const MORE_OFTEN = new Map<number | null, number | null>([[12, 6], [24, 12], [null, 24]]);
const LESS_OFTEN = new Map<number | null, number | null>([[12, 24], [24, 24], [null, null]]);

/**
 * The suggested interval: the band's default, one step shorter on any FQ-H, else one step longer on any FQ-L (never at 7-10 points,
 * never beyond 24 months). Concept 3 is yearly by definition: at most 12. Datatilsynet 2021, ch. 4 (concept 3) and ch. 5.
 */
export function suggestInterval({ points, factors, concept }: { points: number; factors: readonly string[]; concept?: Concept }): IntervalSuggestion {
  const { id } = bandOf(points);
  const known = FREQUENCY_FACTORS.filter((factor) => factors.includes(factor));
  const having = (prefix: string) => known.filter((factor) => factor.startsWith(prefix));
  const [higher, lower, extra] = [having("FQ-H"), having("FQ-L"), having("FQ-X")];
  const reasons: string[] = [`band-${id}`, ...higher];
  let months = DEFAULT_MONTHS[id];
  if (higher.length > 0) months = MORE_OFTEN.get(months) ?? months;
  else if (lower.length > 0 && id === "7-10") reasons.push("yearly-at-7-points");
  else if (lower.length > 0) {
    months = LESS_OFTEN.get(months) ?? months;
    reasons.push(...lower);
  }
  if (concept === 3 && (months === null || months > 12)) {
    months = 12;
    reasons.push("concept-3-yearly");
  }
  return { months, extra: extra.length > 0, reasons: [...reasons, ...extra] };
}
