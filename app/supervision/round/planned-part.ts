import type { Concept } from "#app/domain/concept/concept.ts";
import { dueTogether } from "#app/domain/frequency/due-together.ts";
import type { LineKind } from "#app/domain/frequency/plan-line.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** A line of an agreement's plan, extra ones left out. */
export type PartLine = { id: string; kind: LineKind; concept: Concept; nextDueOn: IsoDate | null; ownQuestionnaireId: string | null };
/** What one agreement is sent with a round; no line: its concept in force. */
export type RoundPart = { concept: Concept; supplements: Concept[]; planLineId: string | null };

/**
 * What an agreement is sent with a round that takes what is due by a day: what its plan has due by then, together (004:290-296). Where the round
 * names no day or the agreement has no plan, the concept in force. Null: its plan has nothing due by then.
 */
export function partOf({ inForce, lines, by }: { inForce: Concept; lines: readonly PartLine[]; by: IsoDate | "" }): RoundPart | null {
  if (by === "" || lines.length === 0) return { concept: inForce, supplements: [], planLineId: null };
  const due = dueTogether(lines, by);
  return due && { concept: due.carried.concept, supplements: due.beside.map(({ concept }) => concept), planLineId: due.carried.id };
}

/** How the part an agreement was picked with stands to its plan as it is now: whether the concept in force carries it, and whether something else is due. */
export function standOfPart(part: RoundPart, { inForce, lines, by }: { inForce: Concept | null; lines: readonly PartLine[]; by: IsoDate | "" }): { carriedByForce: boolean; planChanged: boolean } {
  const now = partOf({ inForce: inForce ?? part.concept, lines, by });
  const same = now !== null && now.planLineId === part.planLineId && (part.planLineId === null || (now.concept === part.concept && now.supplements.join() === part.supplements.join()));
  return { carriedByForce: part.planLineId === null || lines.some(({ id, kind }) => id === part.planLineId && kind === "primary"), planChanged: !same };
}

/** The line whose questionnaire is asked, where concept 6 is part of it. */
export function lineAsking({ concept, supplements, planLineId }: RoundPart, lines: readonly PartLine[]): PartLine | undefined {
  if (concept === 6) return lines.find(({ id }) => id === planLineId) ?? lineOfConcept(6, lines);
  return supplements.includes(6) ? firstOf(lines.filter((line) => line.kind === "supplement" && line.concept === 6)) : undefined;
}

/** The line of a concept that is due first: what a round sends without looking at days counts there. */
export function lineOfConcept(concept: Concept, lines: readonly PartLine[]): PartLine | undefined {
  return firstOf(lines.filter((line) => line.concept === concept));
}

const FAR = "9999-12-31";
function firstOf(lines: readonly PartLine[]): PartLine | undefined {
  return lines.toSorted((one, other) => (one.nextDueOn ?? FAR).localeCompare(other.nextDueOn ?? FAR))[0];
}
