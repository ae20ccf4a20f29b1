/** The six supervision concepts (tilsynskoncepter), 1 = nothing unless something is wrong, 6 = own supervision. Datatilsynet 2021, ch. 4. */
export type Concept = 1 | 2 | 3 | 4 | 5 | 6;

/** All six concepts in order. Datatilsynet 2021, ch. 4. */
export const CONCEPTS: readonly Concept[] = [1, 2, 3, 4, 5, 6];

/** One band of the point scale: inclusive borders, the concepts it allows, and the lowest sufficient one. */
export type Band = {
  id: "1-2" | "3-4" | "5-6" | "7-10";
  from: number;
  to: number;
  allowed: readonly Concept[];
  minimum: Concept;
};

/** The four bands. Datatilsynet 2021, ch. 2 (figure); concept 4 alone is not sufficient from 7 points. */
export const BANDS: readonly Band[] = [
  { id: "1-2", from: 1, to: 2, allowed: [1, 2, 3, 4, 5, 6], minimum: 1 },
  { id: "3-4", from: 3, to: 4, allowed: [2, 3, 4, 5, 6], minimum: 2 },
  { id: "5-6", from: 5, to: 6, allowed: [3, 4, 5, 6], minimum: 3 },
  { id: "7-10", from: 7, to: 10, allowed: [5, 6], minimum: 5 },
];

/** The band of a total of 1-10 points; throws RangeError for anything else. Datatilsynet 2021, ch. 2. */
export function bandOf(points: number): Band {
  const band = Number.isInteger(points) && BANDS.find(({ from, to }) => points >= from && points <= to);
  if (!band) throw new RangeError(`points must be an integer from 1 to 10, not ${points}`);
  return band;
}

/** Whether the points allow the concept as the one that carries the cycle. Datatilsynet 2021, ch. 4 intro. */
export function isAllowed(points: number, concept: Concept): boolean {
  return bandOf(points).allowed.includes(concept);
}

/** A controller's choice of concept for an agreement of so many points; a reason and an approval count below the band only. */
export type ConceptChoice = { points: number; concept: Concept; reason: string | null; approvedByDpo: boolean };

/** Accepted, or what a choice below the band still lacks. */
export type ChoiceCheck = { ok: true } | { ok: false; reason: "deviation-needs-reason" | "deviation-needs-approval" };

/** A choice within the band stands; below it a reason comes first, then the DPO's approval. The guide is advisory (Datatilsynet 2021, ch. 1), so a documented deviation is possible. */
export function checkChoice({ points, concept, reason, approvedByDpo }: ConceptChoice): ChoiceCheck {
  if (isAllowed(points, concept)) return { ok: true };
  if (!reason?.trim()) return { ok: false, reason: "deviation-needs-reason" };
  return approvedByDpo ? { ok: true } : { ok: false, reason: "deviation-needs-approval" };
}
