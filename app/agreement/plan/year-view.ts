import type { Concept } from "#app/domain/concept/concept.ts";
import type { LineKind } from "#app/domain/frequency/plan-line.ts";
import { addDays, addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { DueState } from "./due-filter.ts";

/** held: concluded in the month; expected: comes if the ones before it are concluded on their days. */
export type YearState = DueState | "held" | "expected";
/** The states in the order they are shown and stacked, what wants attention first. */
export const YEAR_STATES: readonly YearState[] = ["overdue", "under-way", "ahead", "expected", "held"];

/** One supervision of the year: the line it comes from, or the supervision that was held. Only the next one of a line can be moved. */
export type YearItem = {
  key: string; lineId: string | null; version: number; supervisionId: string | null; kind: LineKind | null; concept: Concept; on: IsoDate; state: YearState; agreementId: string; title: string; processorName: string; points: number | null;
};
/** A month ("2026-11"): those shown first, and how many there are in each state. */
export type YearMonth = { month: string; items: YearItem[]; counts: Partial<Record<YearState, number>>; total: number };

/** The twelve months of a year, as "2026-01" … */
export const monthsOfYear = (year: number): string[] => Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, "0")}`);

/** Months that have much more than their share: over twice the mean of the year, and more than a handful. What is over the line is named, so that it can be moved. */
export function overloaded(months: readonly Pick<YearMonth, "month" | "total">[]): Set<string> {
  const mean = months.reduce((sum, { total }) => sum + total, 0) / Math.max(1, months.length);
  return new Set(months.filter(({ total }) => total > 5 && total > 2 * mean).map(({ month }) => month));
}

/** The same day in another month, or its last where that is shorter. */
export function sameDayIn(month: string, day: IsoDate): IsoDate {
  const last = addDays(addMonths(`${month}-01`, 1), -1);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}
