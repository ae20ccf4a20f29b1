import { CONCEPTS } from "#app/domain/concept/concept.ts";
import { isOpen, SUPERVISION_STATES } from "#app/domain/lifecycle/supervision-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";

/** Which supervisions a list shows. `open` are those under way, drafts included; `overdue` those whose processor is late. */
export type SupervisionFilter = { show: "open" | "overdue" | "all" | SupervisionState; concept: number | null; query: string };

export const SHOWS = ["open", "overdue", "all", ...SUPERVISION_STATES] as const;
/** States that are under way, drafts included. */
export const OPEN_STATES = SUPERVISION_STATES.filter((state) => isOpen(state) || state === "draft");
/** Columns a list can be sorted by. */
export const SORT_KEYS = ["title", "processor", "state", "due", "sent"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The filter in a URL (`show`, `concept`, `q`); what it does not know counts as not given. */
export function readFilter(url: URL): SupervisionFilter {
  const asked = url.searchParams.get("show");
  const concept = Number(url.searchParams.get("concept"));
  return {
    show: SHOWS.find((show) => show === asked) ?? "open",
    concept: CONCEPTS.find((one) => one === concept) ?? null,
    query: (url.searchParams.get("q") ?? "").trim().slice(0, 100),
  };
}
