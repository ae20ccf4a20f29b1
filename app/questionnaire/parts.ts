import type { Concept, FrozenQuestionnaire } from "./types.ts";

/** The concepts a questionnaire consists of, the primary one first; older ones consist of their own concept alone. */
export function partsOf({ concept, parts }: Pick<FrozenQuestionnaire, "concept" | "parts">): Concept[] {
  return parts ?? [concept];
}

/** Whether the rules of a concept apply to the answers: it is the primary concept or one of its supplements. Datatilsynet 2021, ch. 4 (004:290-296). */
export function hasPart(frozen: Pick<FrozenQuestionnaire, "concept" | "parts">, concept: Concept): boolean {
  return partsOf(frozen).includes(concept);
}

/** Whether the questionnaire asks about breaches. */
export function asksBreaches({ survey }: Pick<FrozenQuestionnaire, "survey">): boolean {
  return survey.pages.some(({ elements }) => elements.some(({ name }) => name === "breaches"));
}

const supplementary: readonly Concept[] = [2, 3, 4, 5, 6];

/** Supplements as they are kept: concepts that ask something, other than the primary one, each once, in order. */
export function readSupplements(primary: number, given: readonly number[]): Concept[] {
  return supplementary.filter((concept) => concept !== primary && given.includes(concept));
}
