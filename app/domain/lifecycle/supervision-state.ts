import { compareDates, type IsoDate } from "../time/iso-date.ts";

/** The states of a supervision. product.md §3; "overdue" is derived, never a state. */
export type SupervisionState =
  | "draft"
  | "sent"
  | "answering"
  | "submitted"
  | "assessing"
  | "returned"
  | "concluded"
  | "archived"
  | "withdrawn";

/** The allowed moves from each state, as data: the database holds the same table. A controller may take a return back. */
export const TRANSITIONS: Readonly<Record<SupervisionState, readonly SupervisionState[]>> = {
  draft: ["sent", "withdrawn"],
  sent: ["answering", "withdrawn"],
  answering: ["submitted", "withdrawn"],
  submitted: ["assessing"],
  assessing: ["returned", "concluded"],
  returned: ["submitted", "assessing", "withdrawn"],
  concluded: ["archived"],
  archived: [],
  withdrawn: [],
};

/** All nine states, in the order of the main line. */
export const SUPERVISION_STATES = Object.keys(TRANSITIONS) as readonly SupervisionState[];

/** Whether a supervision may go from one state to the other in one step. */
export function mayMove(from: SupervisionState, to: SupervisionState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Whose turn it is: the side that must act next, or null when nobody needs to. */
export function awaits(state: SupervisionState): "controller" | "processor" | null {
  if (state === "sent" || state === "answering" || state === "returned") return "processor";
  return state === "draft" || state === "submitted" || state === "assessing" ? "controller" : null;
}

/** Whether the supervision is under way: sent, and neither concluded, archived nor withdrawn. */
export function isOpen(state: SupervisionState): boolean {
  return state !== "draft" && awaits(state) !== null;
}

/** Whether the processor is to act and the due date has passed; the due date itself is still in time, and without one nothing is overdue. */
export function isOverdue(state: SupervisionState, dueOn: IsoDate | null, today: IsoDate): boolean {
  return dueOn !== null && awaits(state) === "processor" && compareDates(today, dueOn) > 0;
}
