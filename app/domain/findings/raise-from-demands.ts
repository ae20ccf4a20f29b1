import type { Concept } from "../concept/concept.ts";
import { contractDemands, type ContractSays } from "../concept/contract-demands.ts";
import { addMonths, compareDates, type IsoDate } from "../time/iso-date.ts";
import { finding, type RaisedFinding } from "./raised-finding.ts";

/** What the contract says of supervision and since when it binds (null: not known), what this one consists of, and when each concept was concluded on the agreement before. */
export type DemandFacts = { says: ContractSays; since: IsoDate | null; points: number; parts: readonly Concept[]; held: readonly { concept: Concept; on: IsoDate }[]; today: IsoDate };

/**
 * AGREEMENT-DEMANDS: the contract demands more than this supervision (a yearly visit at 1 point), and none within the interval held it, counted from
 * the signing where nothing was held yet;
 * or it names a higher concept. A notice on the agreement, not on the supervision: the guide may ask for less, the contract still binds, and it is
 * the controller who plans, not the processor who answers. Agreement template C.5, C.6.
 */
export function raiseFromDemands({ says, since, points, parts, held, today }: DemandFacts): RaisedFinding[] {
  const now = parts.map((concept) => ({ concept, everyMonths: null }));
  return contractDemands(says, points, now).flatMap((demand): RaisedFinding[] => {
    if (demand.reason === "agreed-concept") return [raise(demand.source, { aspect: "concept", concept: demand.agreed, held: demand.held })];
    const { kind, everyMonths, source } = demand;
    if (since !== null && compareDates(addMonths(since, everyMonths), today) >= 0) return [];
    const recent = held.filter(({ on }) => compareDates(addMonths(on, everyMonths), today) >= 0).map(({ concept }) => ({ concept, everyMonths: null }));
    const still = contractDemands(says, points, [...now, ...recent]).some((one) => one.reason !== "agreed-concept" && one.kind === kind);
    return still ? [raise(source, { procedure: kind, every: `${everyMonths} months`, clause: source || "001 C.5" })] : [];
  });
}

const raise = (source: string, values: RaisedFinding["values"]) => finding({ rule: "AGREEMENT-DEMANDS", severity: "notice", source: source || "001 C.5", values });
