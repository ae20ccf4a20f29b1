import { strictestLimit } from "../limits/strictest-limit.ts";
import type { Limit } from "../limits/limit-units.ts";
import { authorityPeriod } from "./authority-period.ts";
import type { AuthorityPeriod } from "./authority-periods.ts";
import { readClock } from "./clock.ts";
import type { Clock } from "./clock.ts";

/** What the clocks of a breach are read from. `limits`: the agreement's, [] while no agreement is assigned. `toldAt`: when the controller asked the processor about it, who knows of it from then on at the latest. */
export type ClockFacts = {
  possibleOnly: boolean; toldAt: Date | null; occurredAt: Date | null; processorAwareAt: Date | null; notifiedAt: Date | null; limits: readonly Limit[];
  awareAt: Date; authorityDecision: "" | "notified" | "not-required"; authorityNotifiedAt: Date | null; highRisk: boolean | null; personsInformedAt: Date | null;
};

/** A clock that does not run is null: not known from when, not required, or not yet decided. */
export type BreachClocks = { processor: Clock | null; limit: Limit; besides: Limit[]; authority: Clock | null; period: AuthorityPeriod; persons: Clock | null };

/** T11: those whose data it is are informed without undue delay where the risk to them is high (GDPR art. 34; 001 9.2.c). */
const PERSONS = { value: null, unit: "without-undue-delay" };

/**
 * The limit the processor's notice is held against: the strictest of the agreement's and the law's (T6–T8, T39). For an incident that only may
 * have touched the data, what the agreement says of incidents (T9), if it does.
 */
export function noticeLimit(limits: readonly Limit[], possibleOnly: boolean): { limit: Limit; besides: Limit[] } {
  const found = (possibleOnly && limits.some(({ kind }) => kind === "incident-notice") ? strictestLimit(limits, "incident-notice") : null) ?? strictestLimit(limits, "breach-notice");
  if (!found) throw new Error("the law sets a limit whatever the agreement says");
  return { limit: found.strictest, besides: [...found.beside, ...found.weaker] };
}

/** The three clocks of a breach at `now`: the processor's notice, the controller's word to the authority (T10), and to the persons (T11). */
export function breachClocks(facts: ClockFacts, now: Date): BreachClocks {
  const { limit, besides } = noticeLimit(facts.limits, facts.possibleOnly);
  const aware = facts.processorAwareAt ?? facts.toldAt;
  const began = limit.runsFrom === "incident" ? (facts.occurredAt ?? aware) : aware;
  const period = authorityPeriod(facts.awareAt);
  return {
    limit, besides, period,
    processor: began === null ? null : readClock({ from: began, until: facts.notifiedAt, period: limit, now }),
    authority: facts.authorityDecision === "not-required" ? null : readClock({ from: facts.awareAt, until: facts.authorityNotifiedAt, period: { value: period.hours, unit: "hours" }, now }),
    persons: facts.highRisk === true ? readClock({ from: facts.awareAt, until: facts.personsInformedAt, period: PERSONS, now }) : null,
  };
}
