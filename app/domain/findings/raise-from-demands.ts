import type { Concept } from "../concept/concept.ts";
import { CONCEPT_OF, type Procedure } from "../concept/procedures.ts";
import { addMonths, compareDates, type IsoDate } from "../time/iso-date.ts";
import { finding, type RaisedFinding } from "./raised-finding.ts";

/** What the contract says of supervision, what this one consists of, and when each concept was last concluded on the agreement. */
export type DemandFacts = { procedures: readonly Procedure[]; parts: readonly Concept[]; held: readonly { concept: Concept; on: IsoDate }[]; today: IsoDate };

/** The processor's own supervision of its sub-processors is asked about in the request, not held by us. */
const OWN: readonly Procedure["kind"][] = ["confirmation", "written-status", "certification", "auditor-statement", "questionnaire", "physical-visit"];

/**
 * AGREEMENT-DEMANDS: the contract demands a way of supervision at an interval (a yearly auditor's statement at any number of points), and
 * neither this supervision nor one within the interval held it. A notice: the guide may ask for less, the contract still binds.
 * Agreement template C.5.
 */
export function raiseFromDemands({ procedures, parts, held, today }: DemandFacts): RaisedFinding[] {
  const kinds = new Set<string>();
  return procedures.flatMap(({ kind, everyMonths, source }): RaisedFinding[] => {
    const concept = CONCEPT_OF[kind];
    if (everyMonths === null || !OWN.includes(kind) || parts.includes(concept) || kinds.has(kind)) return [];
    if (held.some((one) => one.concept === concept && compareDates(addMonths(one.on, everyMonths), today) >= 0)) return [];
    kinds.add(kind);
    return [finding({ rule: "AGREEMENT-DEMANDS", severity: "notice", source: source || "001 C.5", values: { procedure: kind, every: `${everyMonths} months`, clause: source || "001 C.5" } })];
  });
}
