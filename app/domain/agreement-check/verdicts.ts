import type { Severity } from "../findings/raised-finding.ts";

/** What is said of one item when an agreement is held against a catalogue. */
export const VERDICTS = ["met", "not-met", "not-relevant"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Absalon asks for return or erasure (ABS-16) and for return, then erasure (ABS-17): the latter is the stricter and counts (domain.md §3.2). */
export const STRICTER: Readonly<Record<string, string>> = { "ABS-16": "ABS-17" };

/** Whether a verdict must be given its reason: all but "met". */
export function needsReason(verdict: Verdict): boolean {
  return verdict !== "met";
}

/** The items an agreement misses. Where a stricter item has been decided on, it alone counts. */
export function missesOf(verdicts: ReadonlyMap<string, Verdict>): string[] {
  const isOvertaken = (item: string) => ["met", "not-met"].includes(verdicts.get(STRICTER[item] ?? "") ?? "");
  return [...verdicts].filter(([item, verdict]) => verdict === "not-met" && !isOvertaken(item)).map(([item]) => item);
}

/** How grave it is that an agreement lacks an item: critical ones most, others by their weight. */
export function gravityOf({ critical, weight }: { critical: boolean; weight: 1 | 2 | 3 }): Severity {
  if (critical) return "critical";
  return weight === 3 ? "major" : weight === 2 ? "minor" : "notice";
}
