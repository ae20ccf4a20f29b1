import { limitKind } from "../../limits/limit-kinds.ts";
import { magnitudeOf, type Limit } from "../../limits/limit-units.ts";
import { strictestLimit } from "../../limits/strictest-limit.ts";
import { finding, type RaisedFinding, type Severity } from "../raised-finding.ts";
import type { SaidDuration } from "./stated-durations.ts";

/** The times one answer states, with the kinds of limit its question is about and the words they stand in. */
export type StatedLimit = { question: string; kinds: readonly string[]; durations: readonly SaidDuration[]; quote: string };

/** Whether a length of time keeps a limit; words cannot be measured and are kept. */
function keeps(one: Pick<Limit, "value" | "unit">, limit: Limit): boolean {
  const [stated, agreed] = [magnitudeOf(one), magnitudeOf(limit)];
  if (stated === null || agreed === null) return true;
  return isLeast(limit) ? stated >= agreed : stated <= agreed;
}
const isLeast = ({ kind }: Pick<Limit, "kind">) => limitKind(kind)?.stricter === "longer";

/**
 * LIMIT-EXCEEDED: an answer states a time beyond the agreement's limit (patches within 30 days against 14). Each limit of a question is judged by
 * itself, the strictest of its kind, against what the answer says of it. A time said of none counts for every limit it can be measured
 * against, unless another one in the answer keeps that limit; where it keeps one of them, it is not clear that it breaks the other,
 * and the finding says so. One finding for each limit, with the answer's words and the limit's source. domain.md §3.5.
 */
export function raiseFromLimits(stated: readonly StatedLimit[], limits: readonly Limit[]): RaisedFinding[] {
  return stated.flatMap((answer): RaisedFinding[] => {
    const agreed = answer.kinds.flatMap((kind) => strictestLimit(limits, kind)?.strictest ?? []).filter((limit) => limit.value !== null && limit.unit !== "attempts");
    const spoken = (limit: Limit) => answer.durations.filter(({ about }) => about === limit.kind);
    const unspoken = agreed.filter((limit) => spoken(limit).length === 0);
    // A bare time says nothing where the limits left over cannot be told from one another: keeping logs and patching.
    const comparable = unspoken.every((limit) => limit.runsFrom === unspoken[0]?.runsFrom && isLeast(limit) === isLeast(unspoken[0]));
    const bare = comparable ? answer.durations.filter(({ about }) => about === null) : [];
    const breaksAll = (one: SaidDuration) => unspoken.every((limit) => !keeps(one, limit));
    // A time that breaks every limit it may be said of breaks one of them whatever else is said: the most lenient.
    const sure = bare.find(breaksAll);
    const lenient = unspoken.find((one) => unspoken.every((other) => keeps(other, one)));
    return agreed.flatMap((limit): RaisedFinding[] => {
      const own = spoken(limit);
      const broken = own.find((one) => !keeps(one, limit));
      if (broken) return [exceeded(answer, broken, limit)];
      if (own.length > 0 || bare.length === 0) return [];
      if (bare.some((one) => keeps(one, limit))) return sure && limit === lenient ? [exceeded(answer, sure, limit)] : [];
      return [sure ? exceeded(answer, sure, limit) : exceeded(answer, bare[0]!, limit, true)];
    });
  });
}

function exceeded({ question, quote }: StatedLimit, one: SaidDuration, limit: Limit, unclear = false): RaisedFinding {
  const least = isLeast(limit);
  const bound = unclear ? (least ? "leastUnclear" : "mostUnclear") : one.asked ? (least ? "leastAsked" : "mostAsked") : least ? "least" : "most";
  const severity: Severity = unclear ? "minor" : "major";
  const values = { kind: limit.kind, limit: limit.kind, stated: `${one.value} ${one.unit}`, agreed: `${limit.value} ${limit.unit}`, clause: limit.source, bound, quote };
  return finding({ rule: "LIMIT-EXCEEDED", severity, source: limit.source, question, values });
}
