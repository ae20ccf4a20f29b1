import type { Concept } from "#app/domain/concept/concept.ts";
import { suggestInterval } from "#app/domain/frequency/suggest-interval.ts";
import { addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** `on` is null where supervision follows events only; `months` is the interval it came from. */
export type DueSuggestion = { on: IsoDate | null; months: number | null };

/** When the next supervision should be: the interval from the last one, else from when the agreement began; a day gone by means now. */
export function suggestDue({ points, concept, factors = [], lastOn, startsOn, today }: { points: number; concept: Concept; factors?: readonly string[]; lastOn: IsoDate | null; startsOn: IsoDate | null; today: IsoDate }): DueSuggestion {
  const { months } = suggestInterval({ points, factors, concept });
  if (months === null) return { on: null, months: null };
  const on = addMonths(lastOn ?? startsOn ?? today, months);
  return { on: on < today ? today : on, months };
}
