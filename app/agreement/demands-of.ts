import { contractDemands } from "#app/domain/concept/contract-demands.ts";
import type { Demand } from "#app/domain/concept/contract-demands.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Procedure } from "#app/domain/concept/procedures.ts";
import type { PlanLine } from "#app/domain/frequency/plan-line.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { readRows } from "./present.ts";

type Row = { procedures: unknown; agreedConcept: number | null; points: number | null; concept: number | null };

/** What a stored agreement's contract demands more than it is supervised by. An extra supervision is no part of the cycle. */
export function demandsOf(row: Row, limits: readonly Limit[], lines: readonly PlanLine[]): Demand[] {
  const planned = lines.filter(({ kind }) => kind !== "extra").map(({ concept, intervalMonths }) => ({ concept, everyMonths: intervalMonths, onEvent: intervalMonths === null }));
  const chosen = row.concept === null ? [] : [{ concept: row.concept as Concept, everyMonths: null }];
  return contractDemands({ procedures: readRows<Procedure>(row.procedures), agreedConcept: row.agreedConcept as Concept | null, limits }, row.points, planned.length > 0 ? planned : chosen);
}
