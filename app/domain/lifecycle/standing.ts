/** How an agreement stands in an overview; derived from its supervisions and plan, never stored. */
export type Standing =
  | "overdue"
  | "due-soon"
  | "waiting-for-us"
  | "waiting-for-processor"
  | "in-order"
  | "with-remarks"
  | "not-in-order"
  | "planned"
  | "on-event"
  | "not-planned";

/** The standings in the order in which they want attention. */
export const STANDINGS: readonly Standing[] = [
  "overdue",
  "not-in-order",
  "due-soon",
  "waiting-for-us",
  "waiting-for-processor",
  "with-remarks",
  "not-planned",
  "in-order",
  "planned",
  "on-event",
];
