import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { ChecklistItem } from "#app/domain/assurance/checklist-k5.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import { scoreGroups } from "#app/domain/scoring/score-groups.ts";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import type { AnswerScore } from "#app/domain/scoring/score-answers.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { presentThreads } from "../clarification/present.ts";
import { findingNames, presentFinding } from "../finding/present.ts";
import { assessedItems, checklistOf, claimedItems, groupsOf, standingDecision } from "./case-facts.ts";
import type { Case } from "./load-case.server.ts";
import { requirementGroups } from "./requirement-groups.ts";

/** One scored question: what the answer claims, what counts now, and the last decision. `stands` is false where the answer was replaced since. */
export type AssessedQuestion = {
  claimed: Level; assessed: Level; critical: boolean; weight: number;
  decision: { level: Level; naAccepted: boolean | null; reason: string; version: number; byName: string; stands: boolean } | null;
};
export type AssessmentView = ReturnType<typeof presentAssessment>;

/** A case as the assessment page shows it, in one language; times are ISO, days ISO days. */
export function presentAssessment(found: Case, language: Language, organisationId: string) {
  const { facts, latest, caseFile } = found;
  const { frozen, answers, evidence } = facts;
  const names = findingNames(frozen, answers, facts.agreement, language);
  const assessed = new Map(assessedItems(facts).map(({ question, level }) => [question, level]));
  const questions: Record<string, AssessedQuestion> = {};
  for (const { question, level: claimed, critical, weight } of claimedItems(facts)) {
    const made = found.assessments.find((one) => one.question === question);
    const decision = made && {
      level: made.level as Level, naAccepted: made.naAccepted, reason: made.reason, version: made.version, byName: made.decidedByName, stands: standingDecision(facts, question) !== null,
    };
    questions[question] = { claimed, assessed: assessed.get(question) ?? claimed, critical, weight, decision: decision ?? null };
  }
  const findings = found.findings.map((one) => presentFinding(one, names));
  return {
    id: found.id, title: found.title, processorName: found.processorName, concept: found.concept as Concept, points: caseFile.points, state: found.state, dueOn: dayOrNull(found.dueOn), revision: latest.revision,
    submittedAt: latest.submittedAt.toISOString(), signatoryName: latest.signatoryName, signatoryTitle: latest.signatoryTitle,
    frozen, answers, evidence, files: found.files, questions, findings,
    openFindings: findings.filter(({ state }) => isOpenFinding(state)).length,
    claimed: scoreOf(claimedItems(facts), caseFile.claimedScore), assessed: scoreOf(assessedItems(facts), caseFile.assessedScore),
    groups: { claimed: scoreGroups(claimedItems(facts), groupsOf(frozen)), assessed: scoreGroups(assessedItems(facts), groupsOf(frozen)) },
    demands: { claimed: scoreGroups(claimedItems(facts), requirementGroups(frozen)), assessed: scoreGroups(assessedItems(facts), requirementGroups(frozen)) },
    pages: Object.fromEntries(frozen.survey.pages.map(({ name, title }) => [name, title[language] || title.da])),
    checklist: checklistOf(facts) satisfies ChecklistItem[],
    titles: Object.fromEntries(names.questions),
    returnable: returnable(found, language),
    returned: currentReturn(found).map(({ question, reason }) => ({ question, title: names.questions.get(question) ?? question, reason })),
    threads: presentThreads(found.clarifications, names.questions, organisationId),
  };
}

/** The score that was stored while the case was assessed counts; its lines are worked out again from the same facts. */
function scoreOf(items: Parameters<typeof scoreAnswers>[0], stored: number | null): AnswerScore {
  const scored = scoreAnswers(items);
  return stored === null ? scored : { ...scored, score: stored };
}

/** What can be sent back: the questions that were asked, and places for evidence that belong to none. */
function returnable({ facts: { frozen, answers, evidence } }: Case, language: Language): { name: string; title: string }[] {
  return presentQuestionnaire(frozen, language, answers, evidence).pages.flatMap(({ items }) =>
    items.filter((item) => item.visible && (item.type !== "file" || item.question === null)).map(({ name, title }) => ({ name, title })));
}

/** The questions of the return that waits for a new answer. */
function currentReturn({ state, returned }: Case): Case["returned"] {
  if (state !== "returned") return [];
  const newest = Math.max(...returned.map(({ returnedAt }) => returnedAt.getTime()));
  return returned.filter(({ returnedAt }) => returnedAt.getTime() === newest);
}
