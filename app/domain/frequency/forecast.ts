import type { Concept } from "../concept/concept.ts";
import { addMonths } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";
import type { LineKind, PlanLine } from "./plan-line.ts";

/** A supervision that a plan will bring; `first` is the next of its line, the others come if each is concluded on its day. */
export type Occurrence = { lineId: string; kind: LineKind; concept: Concept; on: IsoDate; first: boolean };

type Cyclic = Pick<PlanLine, "id" | "kind" | "concept" | "intervalMonths" | "nextDueOn">;

/** What a plan brings until a day, in order: the next of each line and those after it at its interval. */
export function forecast(lines: readonly Cyclic[], until: IsoDate): Occurrence[] {
  return lines.flatMap(({ id, kind, concept, intervalMonths, nextDueOn }) => {
    const found: Occurrence[] = [];
    for (let place = 0; nextDueOn !== null && (place === 0 || intervalMonths !== null); place += 1) {
      const on = addMonths(nextDueOn, place * (intervalMonths ?? 0));
      if (on > until) break;
      found.push({ lineId: id, kind, concept, on, first: place === 0 });
    }
    return found;
  }).sort((one, other) => one.on.localeCompare(other.on) || other.concept - one.concept);
}

const monthOf = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
/** Years looked ahead: every combination of intervals that is used repeats within it. */
const YEARS = 20;

/**
 * The longest time between two supervisions of a plan, in months: concept 5 every second year with concept 3 in the years between is 12
 * (004:292). Null: nothing comes by itself. A line without a day counts as if it began with the others.
 */
export function longestGap(lines: readonly Cyclic[]): number | null {
  const cyclic = lines.filter(({ kind, intervalMonths }) => kind !== "extra" && intervalMonths !== null);
  if (cyclic.length < 2) return cyclic[0]?.intervalMonths ?? null;
  const days = cyclic.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort();
  const start = days[0] ?? "2000-01-01";
  const months = [...new Set(forecast(cyclic.map((line) => ({ ...line, nextDueOn: line.nextDueOn ?? start })), addMonths(days.at(-1) ?? start, YEARS * 12)).map(({ on }) => monthOf(on)))];
  const settled = months.filter((month) => month >= monthOf(days.at(-1) ?? start));
  return Math.max(...settled.slice(1).map((month, place) => month - (settled[place] ?? month)));
}
