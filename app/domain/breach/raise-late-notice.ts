import { finding } from "../findings/raised-finding.ts";
import type { RaisedFinding } from "../findings/raised-finding.ts";
import { hoursAndMinutes } from "./clock.ts";
import type { BreachClocks } from "./clocks.ts";

/** A breach as a finding names it: `record` identifies it, `ref` says which it is. */
export type NamedBreach = { record: string; ref: string };

/**
 * BREACH-LATE: the processor's notice came after the limit of the agreement, or has not come although the limit has passed. Not so for a limit
 * in words, which people judge. Sources: the limit's own; GDPR art. 33(2).
 */
export function raiseLateNotice({ record, ref }: NamedBreach, { processor, limit }: Pick<BreachClocks, "processor" | "limit">): RaisedFinding[] {
  if (processor === null || (processor.state !== "late" && processor.state !== "over")) return [];
  const said = { record, breach: ref, limit: limit.value ?? 0, unit: limit.unit };
  const values = processor.until ? { ...said, ...hoursAndMinutes(processor.until.getTime() - processor.from.getTime()) } : { ...said, part: "unnotified" };
  return [finding({ rule: "BREACH-LATE", severity: "major", source: limit.source, values })];
}
