import { z } from "zod";
import { BANDS, CONCEPTS } from "#app/domain/concept/concept.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";

/** How the last supervision of an agreement ended, as a round can pick by it. */
export const LAST_OUTCOMES = ["none", "in-order", "in-order-with-remarks", "not-in-order"] as const;
/** Concepts under which something is asked: under concept 1 only a concern opens a supervision. */
export const ROUND_CONCEPTS = CONCEPTS.slice(1);
/** Why an agreement that a filter meets cannot be in a round. */
export const LEFT_OUT = ["no-score", "no-concept", "on-concern", "extra-only"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

const text = (rule: (value: string) => boolean) => z.string().catch("").transform((value) => (rule(value) ? value : ""));

/** Which agreements a round picks; "" leaves that side open. `dueBy`: planned on or before that day; then each is sent what its plan has due by it, else its concept in force. `free`: only those without a supervision under way. */
export const roundFilter = z.object({
  q: z.string().catch("").transform((value) => value.trim().slice(0, 100)),
  dueBy: text(isIsoDate),
  concept: text((value) => ROUND_CONCEPTS.some((one) => String(one) === value)),
  points: text((value) => BANDS.some(({ id }) => id === value)),
  processor: text(isRowId),
  last: text((value) => LAST_OUTCOMES.some((one) => one === value)),
  free: z.union([z.boolean(), z.string().transform((value) => value === "yes")]).catch(true),
});
export type RoundFilter = z.infer<typeof roundFilter>;

/** The filter of a page's address; before anything is asked, everything without a supervision under way. */
export function readRoundFilter({ searchParams }: URL): RoundFilter {
  const given = Object.fromEntries(searchParams);
  return roundFilter.parse({ ...given, free: searchParams.has("asked") ? searchParams.get("free") === "yes" : true });
}

/** The filter as it stood when the round was made. */
export function storedFilter(value: unknown): RoundFilter {
  return roundFilter.parse(typeof value === "object" && value !== null ? value : {});
}
