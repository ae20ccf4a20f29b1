import type { Concept } from "../concept/concept.ts";
import { addMonths } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";
import { longestGap } from "./forecast.ts";
import type { PlanLine } from "./plan-line.ts";
import { suggestInterval } from "./suggest-interval.ts";

/** The interval advised, the longest time between two supervisions as planned, and whether the plan departs from the advice. */
export type IntervalCheck = { suggested: number | null; planned: number | null; deviates: boolean };

/** Holds a plan against the advice. Supplements count: what matters is how often the agreement is supervised (004:292). A departure takes a reason (004:543). */
export function checkInterval(lines: readonly PlanLine[], { points, factors }: { points: number; factors: readonly string[] }): IntervalCheck {
  const primary = lines.find(({ kind }) => kind === "primary");
  const planned = longestGap(lines);
  // Only concept 3 as the cycle itself is yearly by definition; where another line comes between, the whole is looked at.
  const { months: suggested } = suggestInterval({ points, factors, concept: primary?.concept });
  return { suggested, planned, deviates: primary !== undefined && planned !== suggested && primary.intervalMonths !== suggested };
}

/** Why a day lies too late: later than an interval after the last supervision. `rule` names what the interval comes from. */
export type MoveWarning = { rule: "concept-3-yearly" | "interval"; months: number; latest: IsoDate };

/**
 * Whether a line may be moved to a day without a reason: not beyond its interval, counted from the last supervision of its concept, else from
 * the day it was planned for. Concept 3 is a yearly status (004:368). Null: nothing speaks against it.
 */
export function checkMove(line: { kind: PlanLine["kind"]; concept: Concept; intervalMonths: number | null; nextDueOn: IsoDate | null }, lastOn: IsoDate | null, to: IsoDate): MoveWarning | null {
  const yearly = line.concept === 3 && line.kind === "primary";
  const months = yearly ? Math.min(12, line.intervalMonths ?? 12) : line.intervalMonths;
  if (months === null) return null;
  const latest = lastOn === null ? line.nextDueOn : addMonths(lastOn, months);
  return latest !== null && to > latest ? { rule: yearly ? "concept-3-yearly" : "interval", months, latest } : null;
}
