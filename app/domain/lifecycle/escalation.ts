import { isAllowed } from "../concept/concept.ts";
import type { Concept } from "../concept/concept.ts";
import { addDays, compareDates, daysBetween } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";
import { awaits } from "./supervision-state.ts";
import type { SupervisionState } from "./supervision-state.ts";

/** The rungs of the ladder on a processor that does not answer, in order: the contact, the contact's manager, a higher concept (Datatilsynet 2021, ch. 4: one that the processor does not answer does not suffice). */
export const ESCALATION_STEPS = ["reminder", "manager", "step-up"] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** `days` past the due date for each step; `points` as the supervision was opened with; `taken` are the steps behind it, with their days. */
export type EscalationFacts = {
  state: SupervisionState;
  dueOn: IsoDate | null;
  days: readonly number[];
  concept: Concept;
  points: number;
  hasManager: boolean;
  taken: readonly { step: EscalationStep; on: IsoDate }[];
};
/** A step, the day from which it is taken, and the concept that is proposed. */
export type PlannedStep = { step: EscalationStep; on: IsoDate; toConcept: Concept | null };

/** The concept proposed instead of one that is not answered: 2 → 3 → 6, 4 → 6 and 5 → 6; 3 only where the points allow it. Null: there is none above. */
export function conceptAbove(concept: Concept, points: number): Concept | null {
  if (concept === 6) return null;
  return concept === 2 && isAllowed(points, 3) ? 3 : 6;
}

/**
 * The steps still before a silent processor, in order, each no earlier than its days past the due date, and never closer to the step before
 * than the setting says: who was told late has the same time to act. Without a manager that step is passed over; from concept 6 nothing steps up.
 */
export function stepsAhead({ state, dueOn, days, concept, points, hasManager, taken }: EscalationFacts): PlannedStep[] {
  if (dueOn === null || awaits(state) !== "processor") return [];
  const toConcept = conceptAbove(concept, points);
  const ahead: PlannedStep[] = [];
  let before: { at: number; on: IsoDate } | null = null;
  for (const [place, step] of ESCALATION_STEPS.entries()) {
    const done = taken.find((one) => one.step === step);
    const at = days[place] ?? 0;
    const planned: IsoDate = addDays(dueOn, at);
    const earliest: IsoDate = before === null ? planned : addDays(before.on, at - before.at);
    const on: IsoDate = done?.on ?? (compareDates(planned, earliest) < 0 ? earliest : planned);
    const skipped = (step === "manager" && !hasManager) || (step === "step-up" && toConcept === null);
    if (done === undefined && skipped) continue;
    before = { at, on };
    if (done === undefined) ahead.push({ step, on, toConcept: step === "step-up" ? toConcept : null });
  }
  return ahead;
}

/** The step to take today, or null: one at a time, and none before its day. */
export function nextEscalation(facts: EscalationFacts, today: IsoDate): PlannedStep | null {
  const [next] = stepsAhead(facts);
  return next && compareDates(today, next.on) >= 0 && facts.dueOn !== null && daysBetween(facts.dueOn, today) > 0 ? next : null;
}
