/** Where a mail stands, as it is shown: "again" is waiting after an attempt that failed. */
export type MailState = "waiting" | "again" | "sent" | "failed" | "kept";
/** States a list can be narrowed to; as stored. */
export const storedStates = ["waiting", "sent", "failed", "kept"] as const;
export type StoredState = (typeof storedStates)[number];

/** What a stored state is shown as. */
export function shownState(state: string, lastError: string): MailState {
  if (state === "sent" || state === "failed" || state === "kept") return state;
  return lastError === "" ? "waiting" : "again";
}

/** Whether a person may ask for another attempt: not what is sent, and nothing where there is no mail server. */
export function mayRetry(state: MailState, canSend: boolean): boolean {
  return canSend && state !== "sent";
}
