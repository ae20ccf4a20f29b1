import { breachClocks } from "#app/domain/breach/clocks.ts";
import type { BreachClocks } from "#app/domain/breach/clocks.ts";
import { measureOf } from "#app/domain/breach/clock.ts";
import type { Clock } from "#app/domain/breach/clock.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";

type Recorded = {
  possibleOnly: boolean; toldAt: Date | null; occurredAt: Date | null; processorAwareAt: Date | null; notifiedAt: Date | null; awareAt: Date; authorityDecision: string; authorityNotifiedAt: Date | null;
  highRisk: boolean | null; personsInformedAt: Date | null;
};

/** The clocks of a record of the register. */
export function clocksOf(record: Recorded, limits: readonly Limit[], now: Date): BreachClocks {
  return breachClocks({ ...record, limits, authorityDecision: record.authorityDecision as "" | "notified" | "not-required" }, now);
}

/** A clock as a page shows it: ISO instants, and what is counted in milliseconds at the time of the page. */
export type ClockView = { from: string; until: string | null; deadline: string | null; state: Clock["state"]; milliseconds: number };

export function viewClock(clock: Clock | null, now: Date): ClockView | null {
  return clock && { from: clock.from.toISOString(), until: clock.until?.toISOString() ?? null, deadline: clock.deadline?.toISOString() ?? null, state: clock.state, milliseconds: measureOf(clock, now) };
}
