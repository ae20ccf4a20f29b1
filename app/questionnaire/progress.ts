import { isBlank } from "./answers.ts";
import { countEvidence } from "./evidence-slots.ts";
import type { Answers, EvidenceCount, FrozenQuestionnaire } from "./types.ts";
import { listVisible } from "./visible.ts";

export type Progress = { answered: number; required: number; total: number };

/** Of the visible questions: how many are answered, how many of the required ones are still missing an answer (`required`), and how many there are. Evidence counts only where it must be given. */
export function progressOf(frozen: FrozenQuestionnaire, answers: Answers, evidence: EvidenceCount = {}): Progress {
  const questions = listVisible(frozen, answers)
    .flatMap(({ elements }) => elements)
    .filter(({ type, isRequired }) => type !== "file" || isRequired);
  const isAnswered = (name: string, type: string) => (type === "file" ? countEvidence(evidence, name) > 0 : !isBlank(answers[name]?.value));
  const open = questions.filter(({ name, type }) => !isAnswered(name, type));
  return { answered: questions.length - open.length, required: open.filter(({ isRequired }) => isRequired).length, total: questions.length };
}
