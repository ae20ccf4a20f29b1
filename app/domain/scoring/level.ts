/** How far an answer meets what is asked; not-shown = claimed, but the asked evidence is missing. product.md §4. */
export type Level = "met" | "partly" | "not-met" | "not-shown" | "unanswered" | "not-applicable";

/** The share of its weight each level earns; null = left out of the score. product.md §4. */
export const LEVEL_VALUE: Readonly<Record<Level, number | null>> = {
  met: 1,
  partly: 0.5,
  "not-met": 0,
  "not-shown": 0.5,
  unanswered: 0,
  "not-applicable": null,
};

/** All six levels. */
export const LEVELS = Object.keys(LEVEL_VALUE) as readonly Level[];

/** One scored question with its level; `naAccepted: false` = the assessor rejected the reason for not-applicable. */
export type ScoredItem = { question: string; weight: 1 | 2 | 3; critical: boolean; level: Level; naAccepted?: boolean };

/** The level that counts: not-applicable with a rejected reason is silence. product.md §4. */
export function countedLevel({ level, naAccepted }: Pick<ScoredItem, "level" | "naAccepted">): Level {
  return level === "not-applicable" && naAccepted === false ? "unanswered" : level;
}
