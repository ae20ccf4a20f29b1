import { compareDates, type IsoDate } from "../time/iso-date.ts";
import type { FindingState } from "./finding-state.ts";
import type { RaisedFinding, Severity } from "./raised-finding.ts";

/** The finding that the same fact gave in the supervision before, as it stands. */
export type PreviousFinding = { state: FindingState; severity: Severity; blocking: boolean; acceptedUntil: IsoDate | null };

/** How the new finding begins. */
export type Continuation = { state: "open"; acceptedUntil: null } | { state: "risk-accepted"; acceptedUntil: IsoDate };

const GRAVITY: readonly Severity[] = ["notice", "minor", "major", "critical"];

/**
 * A fact that returns is open again, whatever came of it last time: also when its measure was verified. Only a risk that was accepted and
 * whose acceptance has not ended on `day` stays accepted until the day it was accepted to, unless the gap has become graver since.
 * Peers idea 21; product.md §4 (findings live on until closed, verified or accepted with an expiry).
 */
export function continueFinding(previous: PreviousFinding, raised: Pick<RaisedFinding, "severity" | "blocking">, day: IsoDate): Continuation {
  const { state, acceptedUntil } = previous;
  const graver = GRAVITY.indexOf(raised.severity) > GRAVITY.indexOf(previous.severity) || (raised.blocking && !previous.blocking);
  if (state !== "risk-accepted" || acceptedUntil === null || compareDates(acceptedUntil, day) < 0 || graver) return { state: "open", acceptedUntil: null };
  return { state: "risk-accepted", acceptedUntil };
}
