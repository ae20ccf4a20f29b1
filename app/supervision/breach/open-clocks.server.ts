import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { asOne, limitsOf } from "./as-one.ts";
import { recordParts } from "./record-parts.server.ts";
import { clocksOf, viewClock } from "./record-clocks.ts";
import type { ClockView } from "./record-clocks.ts";

/** A period that runs out, or has run out, on a breach while what it waits for has not been done: the controller's own word to the authority, or the processor's notice. */
export type OpenClock = { record: string; title: string; processorName: string; waits: "authority" | "processor"; clock: ClockView & { deadline: string } };
/** The most pressing ones, and how many there are in all. */
export type OpenClocks = { shown: OpenClock[]; total: number };

/** Clocks shown at once. */
const SHOWN = 4;

/** The open clocks of the controller's breaches with a deadline, the soonest (or the longest passed) first. */
export async function openClocks(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">, now: Date): Promise<OpenClocks> {
  const found = await tx.breachRecord.findMany({ where: { controllerId, sameAsId: null, closedAt: null, OR: [{ authorityDecision: "" }, { notifiedAt: null }] }, include: recordParts });
  const all = found.map(asOne).flatMap((record) => {
    const clocks = clocksOf(record, limitsOf(record), now);
    return (["authority", "processor"] as const).flatMap((waits): OpenClock[] => {
      const clock = viewClock(clocks[waits], now);
      if (clock === null || clock.deadline === null || clock.until !== null) return [];
      return [{ record: record.id, title: record.title, processorName: record.processor.name, waits, clock: { ...clock, deadline: clock.deadline } }];
    });
  }).sort((one, other) => (one.clock.deadline < other.clock.deadline ? -1 : one.clock.deadline > other.clock.deadline ? 1 : one.record < other.record ? -1 : 1));
  return { shown: all.slice(0, SHOWN), total: all.length };
}
