import type { Concept } from "../concept/concept.ts";
import { addMonths } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";

/** primary: carries the cycle; supplement: beside it, with its own interval and phase; extra: once, out of cycle. Datatilsynet 2021, ch. 4 intro and ch. 5. */
export const LINE_KINDS = ["primary", "supplement", "extra"] as const;
export type LineKind = (typeof LINE_KINDS)[number];
/** One line of a plan; no interval: only when something happens, or once. */
export type PlanLine = { id: string; kind: LineKind; concept: Concept; intervalMonths: number | null; nextDueOn: IsoDate | null };

/** A supervision that was concluded: the line it was opened from, its concepts, and the extra line it was opened for, where there is one. */
export type HeldSupervision = { planLineId: string | null; concept: Concept; supplements: readonly Concept[]; extraLineId: string | null; concludedOn: IsoDate };
/** What a concluded supervision does to a line; `done`: it was due once, and falls. */
export type LineMove = { id: string; nextDueOn: IsoDate | null; done: boolean };

const FAR = "9999-12-31";
const firstDue = (lines: readonly PlanLine[]) => [...lines].sort((one, other) => (one.nextDueOn ?? FAR).localeCompare(other.nextDueOn ?? FAR) || one.kind.localeCompare(other.kind))[0];

/** The line a supervision was held on: the one it was opened from, else the one of its concept that is due first, else the cycle's where the concept is higher (004:292-296). */
function carriedLine(lines: readonly PlanLine[], { planLineId, concept }: HeldSupervision): PlanLine | undefined {
  const named = lines.find(({ id }) => id === planLineId);
  if (named) return named;
  const cyclic = lines.filter(({ kind }) => kind !== "extra");
  return firstDue(cyclic.filter((line) => line.concept === concept)) ?? cyclic.find((line) => line.kind === "primary" && line.concept < concept);
}

/**
 * How the lines stand after a supervision was concluded: the line it was held on comes again an interval after the conclusion, and so do the
 * supplements that were part of it. An extra supervision is out of cycle (004:557): it moves no line that is still ahead.
 */
export function advanceLines(lines: readonly PlanLine[], held: HeldSupervision): LineMove[] {
  const { extraLineId, supplements, concludedOn } = held;
  const extra = lines.find(({ id }) => id === extraLineId);
  const carried = carriedLine(lines, held);
  const beside = supplements.flatMap((concept) => firstDue(lines.filter((line) => line.kind === "supplement" && line.concept === concept)) ?? []);
  const moved = [...new Set([...(carried ? [carried] : []), ...beside])].filter((line) => line !== extra && (!extra || (line.nextDueOn !== null && line.nextDueOn <= concludedOn)));
  return [
    ...(extra ? [{ id: extra.id, nextDueOn: null, done: true }] : []),
    ...moved.map(({ id, kind, intervalMonths }) => ({ id, nextDueOn: intervalMonths === null ? null : addMonths(concludedOn, intervalMonths), done: kind === "extra" })),
  ];
}
