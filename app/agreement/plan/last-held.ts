import type { PlanLine } from "#app/domain/frequency/plan-line.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** When what a line asks for was last held: a supervision of its concept, and for the cycle also one of a higher concept (004:292-296). Null: never. */
export function lastHeldOf(line: Pick<PlanLine, "kind" | "concept">, held: ReadonlyMap<number, IsoDate>): IsoDate | null {
  const counts = [...held].filter(([concept]) => concept === line.concept || (line.kind === "primary" && concept > line.concept));
  return counts.map(([, day]) => day).sort().at(-1) ?? null;
}
