import { bandOf, type Band, type Concept } from "../concept/concept.ts";

/** The factors of chapter 5: FQ-H more often, FQ-L less often, FQ-X one extra supervision out of cycle. */
export type FrequencyFactor = "FQ-H1" | "FQ-H2" | "FQ-H3" | "FQ-H4" | "FQ-X1" | "FQ-X2" | "FQ-L1" | "FQ-L2";

/** All factors in the order of the guide. Datatilsynet 2021, ch. 5. */
export const FREQUENCY_FACTORS: readonly FrequencyFactor[] = ["FQ-H1", "FQ-H2", "FQ-H3", "FQ-H4", "FQ-X1", "FQ-X2", "FQ-L1", "FQ-L2"];

/** Months between supervisions by band; null = only when something happens, beside the yearly overview. Our default: the guide has no table. */
export const DEFAULT_MONTHS: Readonly<Record<Band["id"], number | null>> = { "7-10": 12, "5-6": 12, "3-4": 24, "1-2": null };

/** Where each step stands in the guide, as lines of our copy of it. */
const SOURCES: Readonly<Record<string, string>> = {
  band: "004:543", "FQ-H1": "004:547", "FQ-H2": "004:548", "FQ-H3": "004:551", "FQ-H4": "004:552", "FQ-X1": "004:557", "FQ-X2": "004:558", "FQ-L1": "004:564", "FQ-L2": "004:466", "concept-3-yearly": "004:368",
};

/**
 * What a step did to the months. start: the band's default · shorter, longer · already: no shorter or longer step is left, or it was taken ·
 * outweighed: grounds for more often go first · barred: yearly from 7 points, whatever speaks for less · extra: once, the interval stands.
 */
export type StepEffect = "start" | "shorter" | "longer" | "already" | "outweighed" | "barred" | "extra";
/** One step of the advice: its code, the months before and after it (null = only when something happens), and its source. */
export type IntervalStep = { code: string; from: number | null; to: number | null; effect: StepEffect; source: string };
export type IntervalQuestion = { points: number; factors: readonly string[]; concept?: Concept };

const MORE_OFTEN = new Map<number | null, number | null>([[12, 6], [24, 12], [null, 24]]);
const LESS_OFTEN = new Map<number | null, number | null>([[12, 24], [24, 24], [null, null]]);

/**
 * The way to the suggested interval, step by step: the band's default, one step shorter on any FQ-H, else one step longer on any FQ-L (never
 * at 7-10 points, never beyond 24 months). Concept 3 is yearly by definition: at most 12. Datatilsynet 2021, ch. 4 (concept 3) and ch. 5.
 */
export function traceInterval({ points, factors, concept }: IntervalQuestion): IntervalStep[] {
  const { id } = bandOf(points);
  const known = FREQUENCY_FACTORS.filter((factor) => factors.includes(factor));
  const higher = known.some((factor) => factor.startsWith("FQ-H"));
  const steps: IntervalStep[] = [];
  let months = DEFAULT_MONTHS[id];
  const step = (code: string, to: number | null, effect: StepEffect) => {
    const idle = to === months && (effect === "shorter" || effect === "longer");
    steps.push({ code, from: months, to, effect: idle ? "already" : effect, source: SOURCES[code] ?? SOURCES.band! });
    months = to;
  };
  step(`band-${id}`, months, "start");
  const base = months;
  for (const code of known) {
    if (code.startsWith("FQ-H")) step(code, MORE_OFTEN.get(base) ?? base, "shorter");
    else if (code.startsWith("FQ-X")) continue;
    else if (higher) step(code, months, "outweighed");
    else if (id === "7-10") step(code, months, "barred");
    else step(code, LESS_OFTEN.get(base) ?? base, "longer");
  }
  if (concept === 3 && (months === null || months > 12)) step("concept-3-yearly", 12, "shorter");
  for (const code of known.filter((factor) => factor.startsWith("FQ-X"))) step(code, months, "extra");
  return steps;
}

/** Months (null = event driven), whether an extra supervision is due out of cycle, and the codes that led there. */
export type IntervalSuggestion = { months: number | null; extra: boolean; reasons: string[] };

/** The suggested interval alone, with the codes that counted. */
export function suggestInterval(question: IntervalQuestion): IntervalSuggestion {
  const steps = traceInterval(question);
  const counted = steps.filter(({ effect }) => effect !== "outweighed").map(({ code, effect }) => (effect === "barred" ? "yearly-at-7-points" : code));
  return { months: steps.at(-1)?.to ?? null, extra: steps.some(({ effect }) => effect === "extra"), reasons: [...new Set(counted)] };
}
