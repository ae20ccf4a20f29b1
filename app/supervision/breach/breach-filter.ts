/** Which breaches the controller's list shows. `undecided`: whether the authority is to be told is still open; `unassigned`: no agreement is named. */
export const BREACH_SHOWS = ["open", "undecided", "unassigned", "closed", "all"] as const;
export const RECORD_SOURCES = ["notified", "disclosed", "press", "own-experience", "other"] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];
/** Columns the list can be sorted by; `clock`: open clocks first, the soonest deadline on top. */
export const BREACH_SORTS = ["clock", "title", "processor", "aware"] as const;
export type BreachSort = (typeof BREACH_SORTS)[number];
export type BreachFilter = { show: (typeof BREACH_SHOWS)[number]; source: RecordSource | null; query: string };

/** The filter in a URL (`show`, `source`, `q`); what it does not know counts as not given. */
export function readBreachFilter({ searchParams }: URL): BreachFilter {
  return {
    show: BREACH_SHOWS.find((one) => one === searchParams.get("show")) ?? "open",
    source: RECORD_SOURCES.find((one) => one === searchParams.get("source")) ?? null,
    query: (searchParams.get("q") ?? "").trim().slice(0, 100),
  };
}
