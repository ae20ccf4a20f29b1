import { composeRequest, type ComposeInput } from "./compose.ts";
import type { Answer, Concept } from "./types.ts";

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

/** For tests: answers from plain values; a pair is a value and its comment. */
export function sampleAnswers(values: Record<string, unknown>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isPair(value) ? { value: value.value, comment: value.comment } : { value, comment: null }]));
}

const isPair = (value: unknown): value is Answer => typeof value === "object" && value !== null && "comment" in value;
