/**
 * The states of a finding: from raised to verified, accepted as a risk (with an expiry), or closed as not a gap. "continued": the same
 * fact stood in a later supervision, and the finding lives on there.
 */
export type FindingState = "open" | "agreed" | "reported-done" | "verified" | "risk-accepted" | "closed-not-a-gap" | "continued";

/** The moves people may make from each state; an accepted risk whose expiry passes is open again, and rules alone continue a finding. */
export const FINDING_TRANSITIONS: Readonly<Record<FindingState, readonly FindingState[]>> = {
  open: ["agreed", "reported-done", "risk-accepted", "closed-not-a-gap"],
  agreed: ["reported-done", "risk-accepted", "closed-not-a-gap"],
  "reported-done": ["verified", "agreed", "risk-accepted", "closed-not-a-gap"],
  verified: [],
  "risk-accepted": ["open"],
  "closed-not-a-gap": [],
  continued: [],
};

/** All states of a finding. */
export const FINDING_STATES = Object.keys(FINDING_TRANSITIONS) as readonly FindingState[];

/** Whether a finding may go from one state to the other in one step. */
export function mayMoveFinding(from: FindingState, to: FindingState): boolean {
  return FINDING_TRANSITIONS[from].includes(to);
}

/** Whether the processor may report the measure done: the gap stands, and nobody has yet. */
export function mayReportDone(state: FindingState): boolean {
  return state === "open" || state === "agreed";
}

/** The states in which the gap still stands: neither verified, accepted nor closed. A measure only agreed or reported leaves it open. */
export const OPEN_FINDINGS = ["open", "agreed", "reported-done"] as const satisfies readonly FindingState[];

/** Whether the gap still stands. */
export function isOpenFinding(state: FindingState): boolean {
  return OPEN_FINDINGS.some((one) => one === state);
}
