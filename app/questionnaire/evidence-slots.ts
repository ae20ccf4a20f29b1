import type { EvidenceCount, SurveyElement } from "./types.ts";

const ending = "_evidence";

/** The name of the place for a question's evidence: "logging" → "logging_evidence"; a place's own name stays. */
export function slotOf(question: string): string {
  return question.endsWith(ending) ? question : `${question}${ending}`;
}

/** The question a place for evidence belongs to: "logging_evidence" → "logging"; it may be that no question has that name. */
export function questionOf(slot: string): string {
  return slot.endsWith(ending) ? slot.slice(0, -ending.length) : slot;
}

/** How many files there are for a question, whether they were counted by its name or by its place for evidence. */
export function countEvidence(evidence: EvidenceCount, name: string): number {
  const [slot, question] = [slotOf(name), questionOf(name)];
  return (Object.hasOwn(evidence, slot) ? evidence[slot]! : 0) + (Object.hasOwn(evidence, question) ? evidence[question]! : 0);
}

/** Whether a place for evidence may be uploaded to: it is one of the questionnaire's own. */
export function isEvidenceSlot(elements: readonly SurveyElement[], name: string): boolean {
  return elements.some((element) => element.type === "file" && element.name === name);
}
