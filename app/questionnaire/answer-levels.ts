import type { AnsweredItem } from "#app/domain/findings/raise-from-answers.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import { isBlank } from "./answers.ts";
import { countEvidence } from "./evidence-slots.ts";
import type { Answer, Answers, EvidenceCount, FrozenQuestionnaire, ScoringRule } from "./types.ts";
import { listVisible } from "./visible.ts";

/** The answer that confirms what a statement shows already (compose/confirmed.ts). */
export const UNCHANGED = "unchanged";

/**
 * The scored questions in the order of the questionnaire, each with the level the answer claims (product.md §4).
 * Met or partly without the evidence that is required is "not-shown", but for what a statement has shown and the processor says is unchanged;
 * no answer is "unanswered"; a question the answers hide is left out.
 */
export function answerLevels(frozen: FrozenQuestionnaire, answers: Answers, evidence: EvidenceCount): AnsweredItem[] {
  return listVisible(frozen, answers).flatMap(({ elements }) =>
    elements.flatMap(({ name, isRequired }): AnsweredItem[] => {
      const rule = Object.hasOwn(frozen.scoring, name) ? frozen.scoring[name] : undefined;
      if (!rule) return [];
      const level = levelOf(rule, answers[name], countEvidence(evidence, name));
      return [{ question: name, weight: rule.weight, critical: rule.critical, level, required: isRequired ?? false, source: rule.source }];
    }),
  );
}

/** The level one answer claims under its scoring rule, with so many evidence files beside it. */
export function levelOf(rule: ScoringRule, answer: Answer | undefined, files: number): Level {
  if (!answer || isBlank(answer.value)) return "unanswered";
  const choice = String(answer.value);
  const level = Object.hasOwn(rule.levels, choice) ? rule.levels[choice]! : "unanswered";
  return rule.evidence === "required" && files === 0 && choice !== UNCHANGED && (level === "met" || level === "partly") ? "not-shown" : level;
}
