import { firstQuestionnaire } from "./catalogue.ts";
import { composeRequest, type ComposeInput } from "./compose.ts";
import { parseFrozen } from "./schema.ts";
import type { Answer, Concept, FrozenQuestionnaire } from "./types.ts";

/** For tests: a composed questionnaire with one special requirement, unless said otherwise. */
export function sampleQuestionnaire(concept: Concept, change: Partial<ComposeInput> = {}) {
  return composeRequest({
    concept,
    agreement: { title: "Journalsystem", specialRequirements: [{ id: "r1", textDa: "Al kommunikation er krypteret.", textEn: "All communication is encrypted." }] },
    lastSupervisionOn: "2025-03-12",
    controllerName: "Lægehuset",
    ...change,
  });
}

/** For tests: a questionnaire of the first version, as requests sent before the second still carry it. */
export function firstVersion(concept: Concept): FrozenQuestionnaire {
  const { specialRequirement: _special, ...frozen } = firstQuestionnaire(concept);
  return parseFrozen(frozen);
}

/** For tests: answers from plain values; a pair is a value and its comment. */
export function sampleAnswers(values: Record<string, unknown>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isPair(value) ? { value: value.value, comment: value.comment } : { value, comment: null }]));
}

const isPair = (value: unknown): value is Answer => typeof value === "object" && value !== null && "comment" in value;
