import { describe, expect, it, test } from "vitest";
import { addDays } from "../time/iso-date.ts";
import { conceptAbove, ESCALATION_STEPS, nextEscalation, stepsAhead } from "./escalation.ts";
import type { EscalationFacts, EscalationStep } from "./escalation.ts";
import { SUPERVISION_STATES } from "./supervision-state.ts";

const due = "2026-11-02";
const facts = (given: Partial<EscalationFacts> = {}): EscalationFacts => ({ state: "sent", dueOn: due, days: [1, 7, 14], concept: 2, points: 3, hasManager: true, taken: [], ...given });
const taken = (...steps: [EscalationStep, number][]) => steps.map(([step, day]) => ({ step, on: addDays(due, day) }));
const stepOn = (day: number, given: Partial<EscalationFacts> = {}) => nextEscalation(facts(given), addDays(due, day))?.step ?? null;

describe("the day of each step", () => {
  const first = taken(["reminder", 1]);
  const second = taken(["reminder", 1], ["manager", 7]);
  test.each<[number, Partial<EscalationFacts>, EscalationStep | null]>([
    [-1, {}, null], [0, {}, null], [1, {}, "reminder"], [2, {}, "reminder"],
    [1, { taken: first }, null], [6, { taken: first }, null], [7, { taken: first }, "manager"], [8, { taken: first }, "manager"],
    [7, { taken: second }, null], [13, { taken: second }, null], [14, { taken: second }, "step-up"], [15, { taken: second }, "step-up"],
    [30, { taken: taken(["reminder", 1], ["manager", 7], ["step-up", 14]) }, null],
    // Without a manager to tell, the concept steps up on its day all the same.
    [7, { taken: first, hasManager: false }, null], [13, { taken: first, hasManager: false }, null], [14, { taken: first, hasManager: false }, "step-up"],
    // After a standstill one step at a time, each with the days the one before it gives.
    [30, {}, "reminder"], [30, { taken: taken(["reminder", 30]) }, null], [35, { taken: taken(["reminder", 30]) }, null], [36, { taken: taken(["reminder", 30]) }, "manager"],
    [42, { taken: taken(["reminder", 30], ["manager", 36]) }, null], [43, { taken: taken(["reminder", 30], ["manager", 36]) }, "step-up"],
    // The organisation's own days.
    [2, { days: [3, 4, 5] }, null], [3, { days: [3, 4, 5] }, "reminder"],
  ])("%i days past the due date, %j: %s", (day, given, step) => {
    expect(stepOn(day, given)).toBe(step);
  });

  it("begins anew with a new due date, but takes no step twice", () => {
    const moved = facts({ dueOn: addDays(due, 30), taken: taken(["reminder", 1]) });
    expect(nextEscalation(moved, addDays(due, 36))).toBeNull();
    expect(nextEscalation(moved, addDays(due, 37))?.step).toBe("manager");
  });
});

test.each(SUPERVISION_STATES)("in the state %s only a processor that is to answer is escalated", (state) => {
  expect(stepsAhead(facts({ state })).length > 0).toBe(["sent", "answering", "returned"].includes(state));
});

test.each([[2, 1, 3], [2, 6, 3], [2, 7, 6], [3, 4, 6], [3, 7, 6], [4, 5, 6], [5, 9, 6], [6, 9, null]] as const)("concept %i at %i points steps up to %s", (concept, points, above) => {
  expect(conceptAbove(concept, points)).toBe(above);
});

it("from concept 6 the ladder ends with the manager", () => {
  expect(stepsAhead(facts({ concept: 6, points: 9 })).map(({ step }) => step)).toEqual(["reminder", "manager"]);
  expect(stepsAhead(facts()).map(({ step, on }) => [step, on])).toEqual([["reminder", "2026-11-03"], ["manager", "2026-11-09"], ["step-up", "2026-11-16"]]);
  expect(stepsAhead(facts({ dueOn: null }))).toEqual([]);
  expect(stepsAhead(facts()).map(({ toConcept }) => toConcept)).toEqual([null, null, 3]);
  expect(ESCALATION_STEPS).toHaveLength(3);
});
