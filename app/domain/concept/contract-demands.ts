import { magnitudeOf } from "../limits/limit-units.ts";
import type { Limit } from "../limits/limit-units.ts";
import { bandOf } from "./concept.ts";
import type { Concept } from "./concept.ts";
import type { Procedure, ProcedureKind } from "./procedures.ts";

/** How an agreement is supervised: each concept of its plan with its interval; null where none is known. `onEvent`: only when something happens, so that it holds nothing that recurs. */
export type Held = { concept: Concept; everyMonths: number | null; onEvent?: boolean };

/** What the contract demands beyond that, with both sources. `held` is the concept it is held against. "more-often": the concept has it, but more seldom. */
export type Demand =
  | { reason: "not-covered"; kind: ProcedureKind; everyMonths: number; source: string; held: Concept; conceptSource: string }
  | { reason: "more-often"; kind: ProcedureKind; everyMonths: number; heldEvery: number; source: string; held: Concept; conceptSource: string }
  | { reason: "agreed-concept"; agreed: Concept; source: string; held: Concept; conceptSource: string };

/** The concepts whose supervision has the procedure in it (Datatilsynet 2021, ch. 4: K2-1, K3-1, K4-1, K5-1, K5-4, K6-2, K6-4). */
const COVERED_BY: Readonly<Record<ProcedureKind, readonly Concept[]>> = {
  confirmation: [2, 3, 4, 5, 6], "written-status": [3, 5, 6], certification: [4], "auditor-statement": [5], questionnaire: [6], "physical-visit": [6],
  "subprocessor-statement": [5, 6], "subprocessor-visit": [5, 6],
};
/** Limits that are a demand of supervision too (T2, T29, T31, T32, T33). */
const OF_LIMIT: Readonly<Record<string, ProcedureKind>> = {
  status: "written-status", "auditor-statement": "auditor-statement", "physical-visit": "physical-visit", "subprocessor-statement": "subprocessor-statement", "subprocessor-visit": "subprocessor-visit",
};
/** From least to most demanding; 5 and 6 are joint top (004:107). */
const rank = (concept: Concept) => Math.min(concept, 5);
const MONTH = magnitudeOf({ value: 1, unit: "months" })!;
const sourceOf = (concept: Concept) => `Datatilsynet 2021, koncept ${concept}`;

export type ContractSays = { procedures: readonly Procedure[]; agreedConcept: Concept | null; limits: readonly Limit[] };

/**
 * What a contract demands more than the concepts an agreement is supervised by: a yearly physical visit at 1 point (001 C.5.4), a yearly
 * auditor's statement under concept 2, a concept above the chosen one. Without a chosen concept the lowest sufficient one counts; without
 * points nothing is demanded. What happens only on need is no demand.
 */
export function contractDemands(says: ContractSays, points: number | null, plan: readonly Held[]): Demand[] {
  if (points === null) return [];
  const held = plan.length > 0 ? plan : [{ concept: bandOf(points).minimum, everyMonths: null }];
  const top = held.reduce((highest, one) => (rank(one.concept) > rank(highest.concept) ? one : highest));
  const demands = demanded(says).flatMap(({ kind, everyMonths, source }): Demand[] => {
    const covering = held.filter(({ concept, onEvent }) => !onEvent && COVERED_BY[kind].includes(concept));
    if (covering.length === 0) return [{ reason: "not-covered", kind, everyMonths, source, held: top.concept, conceptSource: sourceOf(top.concept) }];
    const oftenest = covering.toSorted((one, other) => (one.everyMonths ?? 0) - (other.everyMonths ?? 0))[0]!;
    const heldEvery = oftenest.everyMonths;
    return heldEvery === null || heldEvery <= everyMonths ? [] : [{ reason: "more-often", kind, everyMonths, heldEvery, source, held: oftenest.concept, conceptSource: sourceOf(oftenest.concept) }];
  });
  const { agreedConcept: agreed } = says;
  const above = agreed !== null && rank(agreed) > rank(top.concept);
  return [...demands, ...(above ? [{ reason: "agreed-concept" as const, agreed, source: "", held: top.concept, conceptSource: sourceOf(top.concept) }] : [])];
}

/** Each kind once, the most frequent demand of it; a procedure before a limit that says the same. */
function demanded({ procedures, limits }: ContractSays): { kind: ProcedureKind; everyMonths: number; source: string }[] {
  const all = [
    ...procedures.flatMap(({ kind, everyMonths, source }) => (everyMonths === null ? [] : [{ kind, everyMonths, source }])),
    ...limits.flatMap((limit) => {
      const [kind, hours] = [OF_LIMIT[limit.kind], magnitudeOf(limit)];
      return kind === undefined || hours === null || limit.source.startsWith("004:") ? [] : [{ kind, everyMonths: Math.max(1, Math.round(hours / MONTH)), source: limit.source }];
    }),
  ];
  return all.filter((one, place) => !all.some((other, at) => other.kind === one.kind && (other.everyMonths < one.everyMonths || (other.everyMonths === one.everyMonths && at < place))));
}
