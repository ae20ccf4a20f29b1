import { checkStatement } from "./check-statement.ts";
import { concernedSubprocessors } from "./rules/subprocessors.ts";
import { HIGH_ASSURANCE_FROM, type StatementFacts } from "./statement-facts.ts";

/** One point of the concept 5 checklist; `because` = the rules that fired for it. */
export type ChecklistItem = { id: `K5-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`; met: "yes" | "no" | "unclear"; because: string[]; source: string };

type Judged = { id: ChecklistItem["id"]; rules: readonly string[]; source: string; met: (facts: StatementFacts, fired: readonly string[]) => boolean | null };

const GUIDE = "Datatilsynet 2021, koncept 5";

/** Each point: the rules that speak to it, and its answer (null = unclear) from the facts and those that fired. Datatilsynet 2021, concept 5. */
const POINTS: readonly Judged[] = [
  { id: "K5-1", rules: ["GAP-2"], source: GUIDE, met: ({ serviceCovered }) => serviceCovered },
  { id: "K5-2", rules: ["GAP-4", "GAP-8", "GAP-14"], source: GUIDE, met: concernsAgreement },
  { id: "K5-3", rules: ["GAP-3"], source: GUIDE, met: coversSpecialRequirements },
  { id: "K5-4", rules: ["GAP-6", "GAP-7"], source: GUIDE, met: looksAtSubprocessors },
  { id: "K5-5", rules: ["GAP-11"], source: GUIDE, met: isIndependent },
  { id: "K5-6", rules: ["GAP-1"], source: GUIDE, met: isDeepEnough },
  { id: "K5-7", rules: ["GAP-4", "GAP-5"], source: GUIDE, met: isTakenPositionOn },
  { id: "K5-8", rules: ["GAP-5"], source: "Datatilsynet 2021, koncept 3", met: isFollowedUp },
];

function concernsAgreement({ statement, coversAgreement }: StatementFacts, fired: readonly string[]): boolean | null {
  if (fired.includes("GAP-14") || coversAgreement === "no" || statement.opinion === "adverse" || statement.opinion === "disclaimer") return false;
  if (fired.length > 0 || coversAgreement !== "yes") return null;
  return statement.standard === "isae-3000-gdpr" || statement.criteria === "specific-agreement" || null;
}

function coversSpecialRequirements({ specialRequirements }: StatementFacts, fired: readonly string[]): boolean | null {
  if (specialRequirements.some(({ coveredByStatement }) => coveredByStatement === false)) return false;
  return fired.length === 0 || null;
}

/** Where there are none there is nothing to look at. */
function looksAtSubprocessors(facts: StatementFacts, fired: readonly string[]): boolean | null {
  const examined = facts.subprocessorSupervisionExamined;
  if (fired.includes("GAP-6")) return facts.statement.subprocessorMethod === "carve-out" || examined === false ? false : null;
  if (fired.length > 0) return null;
  return concernedSubprocessors(facts).length === 0 || examined;
}

function isIndependent({ statement: { auditor } }: StatementFacts): boolean | null {
  if (auditor.relatedToProcessor === true) return false;
  return auditor.independenceDeclared;
}

function isDeepEnough({ basis, points, statement }: StatementFacts): boolean | null {
  if (basis !== "auditors-statement" || points < HIGH_ASSURANCE_FROM || statement.assurance === "high") return true;
  return statement.assurance === "limited" ? false : null;
}

function isTakenPositionOn({ receivedOn }: StatementFacts, fired: readonly string[]): boolean | null {
  return (receivedOn !== null && fired.length === 0) || null;
}

function isFollowedUp({ breachQuestionAnswered }: StatementFacts, fired: readonly string[]): boolean | null {
  return breachQuestionAnswered === false ? false : fired.length === 0 ? breachQuestionAnswered : null;
}

/** The checklist K5-1...8 of concept 5 for a statement, in order. domain.md §2.5; K5-8 (breaches, exceptions) is our addition. */
export function checklistK5(facts: StatementFacts): ChecklistItem[] {
  const raised = [...new Set(checkStatement(facts).map(({ rule }) => rule))];
  return POINTS.map(({ id, rules, source, met }) => {
    const because = raised.filter((rule) => rules.includes(rule));
    const answer = met(facts, because);
    return { id, met: answer === null ? "unclear" : answer ? "yes" : "no", because, source };
  });
}
