import { BANDS } from "#app/domain/concept/concept.ts";
import { STANDINGS } from "#app/domain/lifecycle/standing.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";

export const DUE_FILTERS = ["overdue", "30", "90", "none"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];
export const AGREEMENT_SORTS = ["title", "processor", "points", "concept", "due"] as const;
export type AgreementSort = (typeof AGREEMENT_SORTS)[number];
export type AgreementOrder = { key: AgreementSort; direction: "ascending" | "descending" };

/** What a list of agreements is narrowed to; null leaves that side open. `points` is a band ("5-6") or one total ("7"). */
export type AgreementFilter = {
  search: string; standing: Standing | null; points: { from: number; to: number } | "none" | null; concept: number | "none" | null; due: DueFilter | null; ended: boolean;
};

/** The filter in a list's URL; what is not understood is left open. */
export function readFilter(url: URL): AgreementFilter {
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const concept = asked("concept");
  return {
    search: asked("q").trim().slice(0, 100),
    standing: STANDINGS.find((one) => one === asked("standing")) ?? null,
    points: readPoints(asked("points")),
    concept: /^[1-6]$/.test(concept) ? Number(concept) : concept === "none" ? "none" : null,
    due: DUE_FILTERS.find((one) => one === asked("due")) ?? null,
    ended: asked("ended") === "yes",
  };
}

function readPoints(asked: string): AgreementFilter["points"] {
  if (asked === "none") return "none";
  const band = BANDS.find(({ id }) => id === asked);
  if (band) return { from: band.from, to: band.to };
  const one = /^([1-9]|10)$/.test(asked) ? Number(asked) : null;
  return one === null ? null : { from: one, to: one };
}

/** Whether the list is narrowed at all. */
export function isNarrowed(filter: AgreementFilter): boolean {
  return filter.search !== "" || filter.ended || [filter.standing, filter.points, filter.concept, filter.due].some((one) => one !== null);
}
