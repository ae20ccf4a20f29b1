import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { STANDINGS } from "#app/domain/lifecycle/standing.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";

/** What a standing is derived from; `answerDueOn` is the due day of a supervision that waits for the processor. */
export type StandingFacts = { standing: string; concept: number | null; nextDueOn: IsoDate | null; answerDueOn: IsoDate | null };

/** Days before the next supervision from which it is due soon. */
export const SOON_DAYS = 30;

/** How an agreement stands on a given day; overdue and due soon are derived, never stored (product.md §3). */
export function standingOf({ standing, concept, nextDueOn, answerDueOn }: StandingFacts, today: IsoDate): Standing {
  if (standing === "awaiting-controller") return "waiting-for-us";
  if (standing === "awaiting-processor") return answerDueOn !== null && answerDueOn < today ? "overdue" : "waiting-for-processor";
  if (nextDueOn !== null && nextDueOn < today) return "overdue";
  if (standing === "not-in-order") return "not-in-order";
  if (nextDueOn !== null && nextDueOn <= addDays(today, SOON_DAYS)) return "due-soon";
  if (standing === "in-order") return "in-order";
  if (standing === "in-order-with-remarks") return "with-remarks";
  if (concept === null) return "not-planned";
  return nextDueOn === null ? "on-event" : "planned";
}

/** The standing that wants attention first; null for none. */
export function worstOf(found: readonly Standing[]): Standing | null {
  return STANDINGS.find((standing) => found.includes(standing)) ?? null;
}
