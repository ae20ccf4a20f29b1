import { countedLevel, type Level, type ScoredItem } from "../scoring/level.ts";
import type { RaisedFinding, Severity } from "./raised-finding.ts";

/** A scored question with what its findings need: whether an answer is required, and the requirement it tests ("000 9.1.1"). */
export type AnsweredItem = ScoredItem & { required?: boolean; source?: string };

type AnswerRule = { rule: string; usual: Severity; critical: Severity; blocksIfCritical: boolean };

const RULES: Readonly<Partial<Record<Level, AnswerRule>>> = {
  "not-met": { rule: "ANSWER-NOT-MET", usual: "major", critical: "critical", blocksIfCritical: true },
  partly: { rule: "ANSWER-PARTLY", usual: "minor", critical: "major", blocksIfCritical: false },
  "not-shown": { rule: "ANSWER-NOT-SHOWN", usual: "minor", critical: "major", blocksIfCritical: false },
  unanswered: { rule: "ANSWER-MISSING", usual: "major", critical: "critical", blocksIfCritical: true },
};

/** The rule that an answer breaks, or null; silence counts on required and critical questions only. */
function ruleFor(item: AnsweredItem): AnswerRule | null {
  const level = countedLevel(item);
  const rule = RULES[level];
  if (!rule) return null;
  if (level !== item.level) return { ...rule, rule: "ANSWER-NA-REJECTED" };
  return level === "unanswered" && !item.required && !item.critical ? null : rule;
}

/**
 * The findings of the questionnaire itself, in the order of its questions. product.md §4, rule version 1.
 * Silence and a rejected not-applicable weigh like a no. Ground: the controller must be able to show compliance, GDPR art. 28(3)(h).
 */
export function raiseFromAnswers(items: readonly AnsweredItem[]): RaisedFinding[] {
  return items.flatMap((item) => {
    const rule = ruleFor(item);
    if (!rule) return [];
    return {
      rule: rule.rule,
      severity: item.critical ? rule.critical : rule.usual,
      blocking: item.critical && rule.blocksIfCritical,
      source: item.source ?? "GDPR art. 28(3)(h)",
      question: item.question,
      values: { weight: item.weight },
    };
  });
}
