import { limitKind } from "../../limits/limit-kinds.ts";
import { magnitudeOf, type Limit } from "../../limits/limit-units.ts";
import { strictestLimit } from "../../limits/strictest-limit.ts";
import { finding, type RaisedFinding } from "../raised-finding.ts";
import type { Duration } from "./stated-durations.ts";

/** A number an answer states, with the kinds of limit its question is about and the words it stands in. */
export type StatedLimit = { question: string; kinds: readonly string[]; durations: readonly Duration[]; quote: string };

/** Whether a length of time keeps a limit; words cannot be measured and are kept. */
function keeps(one: Pick<Limit, "value" | "unit">, limit: Limit): boolean {
  const [stated, agreed] = [magnitudeOf(one), magnitudeOf(limit)];
  if (stated === null || agreed === null) return true;
  return limitKind(limit.kind)?.stricter === "longer" ? stated >= agreed : stated <= agreed;
}

/**
 * LIMIT-EXCEEDED: an answer states a time beyond the agreement's strictest limit (patches within 30 days against 14). Where a question is
 * about two limits (all patches, critical ones) the more lenient counts, for the answer does not say which it means. One finding a
 * question, with the answer's words and the limit's source. domain.md §3.5.
 */
export function raiseFromLimits(stated: readonly StatedLimit[], limits: readonly Limit[]): RaisedFinding[] {
  return stated.flatMap(({ question, kinds, durations, quote }): RaisedFinding[] => {
    const agreed = kinds.flatMap((kind) => strictestLimit(limits, kind)?.strictest ?? []).filter((limit) => limit.value !== null && limit.unit !== "attempts");
    // The most lenient of them: every other keeps it.
    const limit = agreed.find((one) => agreed.every((other) => keeps(other, one)));
    const broken = limit && durations.find((duration) => !keeps(duration, limit));
    if (!broken || !limit) return [];
    const values = { limit: limit.kind, stated: `${broken.value} ${broken.unit}`, agreed: `${limit.value} ${limit.unit}`, clause: limit.source, bound: limitKind(limit.kind)?.stricter === "longer" ? "least" : "most", quote };
    return [finding({ rule: "LIMIT-EXCEEDED", severity: "major", source: limit.source, question, values })];
  });
}
