import type { Severity } from "#app/domain/findings/raised-finding.ts";

/** Which findings the gap list shows. `expiring`: a risk was accepted, and the acceptance ends within a month or has ended. */
export type FindingFilter = { show: (typeof FINDING_SHOWS)[number]; severity: Severity | null; query: string };

export const FINDING_SHOWS = ["open", "overdue", "blocking", "expiring", "closed", "all"] as const;
export const SEVERITIES = ["critical", "major", "minor", "notice"] as const satisfies readonly Severity[];
/** Columns the list can be sorted by. */
export const FINDING_SORTS = ["severity", "agreement", "processor", "state", "due", "raised"] as const;
export type FindingSort = (typeof FINDING_SORTS)[number];
/** Days before the end of an acceptance from which it is shown as ending. */
export const EXPIRES_SOON = 30;

/** The filter in a URL (`show`, `severity`, `q`); what it does not know counts as not given. */
export function readFindingFilter(url: URL): FindingFilter {
  const { searchParams } = url;
  return {
    show: FINDING_SHOWS.find((one) => one === searchParams.get("show")) ?? "open",
    severity: SEVERITIES.find((one) => one === searchParams.get("severity")) ?? null,
    query: (searchParams.get("q") ?? "").trim().slice(0, 100),
  };
}
