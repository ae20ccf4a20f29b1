import { certificateFacts } from "#app/questionnaire/certificate-facts.ts";
import { checkCertificate } from "#app/domain/assurance/certificate.ts";
import { checkStatement } from "#app/domain/assurance/check-statement.ts";
import { checklistK5 } from "#app/domain/assurance/checklist-k5.ts";
import type { ChecklistItem } from "#app/domain/assurance/checklist-k5.ts";
import type { StatementFacts } from "#app/domain/assurance/statement-facts.ts";
import { raiseFromAnswers } from "#app/domain/findings/raise-from-answers.ts";
import type { AnsweredItem } from "#app/domain/findings/raise-from-answers.ts";
import { raiseFromBreaches } from "#app/domain/findings/raise-from-breaches.ts";
import { raiseFromConfirmation } from "#app/domain/findings/raise-from-confirmation.ts";
import { raiseFromStatus } from "#app/domain/findings/raise-from-status.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import { answerLevels } from "#app/questionnaire/answer-levels.ts";
import { statementFacts } from "#app/questionnaire/statement-facts.ts";
import { confirmationFacts, disclosedBreaches, statusFacts } from "#app/questionnaire/status-facts.ts";
import type { Answers, EvidenceCount, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { AgreementSnapshot } from "../agreement-snapshot.ts";

/** A person's decision on one question, with the revision it was made on. */
export type Decision = { question: string; revision: number; level: Level; naAccepted: boolean | null };

/** Everything the rules look at, as it was frozen and handed in. Dates are ISO days. */
export type CaseFacts = {
  frozen: FrozenQuestionnaire;
  agreement: AgreementSnapshot;
  points: number;
  answers: Answers;
  evidence: EvidenceCount;
  submittedOn: string;
  decisions: readonly Decision[];
  /** The revision in which each question was last answered anew; 1 where it never was returned. */
  changedIn: Readonly<Record<string, number>>;
};

/** The scored questions with the level the answers claim. */
export function claimedItems({ frozen, answers, evidence }: CaseFacts): AnsweredItem[] {
  return answerLevels(frozen, answers, evidence);
}

/** The same with the assessor's decisions laid over; a decision on an answer that has since been replaced counts no more. */
export function assessedItems(facts: CaseFacts): AnsweredItem[] {
  return claimedItems(facts).map((item) => {
    const decision = standingDecision(facts, item.question);
    return decision ? { ...item, level: decision.level, naAccepted: decision.naAccepted ?? undefined } : item;
  });
}

/** The decision that stands on a question, or null while there is none on its present answer. */
export function standingDecision({ decisions, changedIn }: Pick<CaseFacts, "decisions" | "changedIn">, question: string): Decision | null {
  return decisions.find((one) => one.question === question && one.revision >= (changedIn[question] ?? 1)) ?? null;
}

/** What the rules on an auditor's statement look at; null under other concepts. */
export function statementOf(facts: CaseFacts): StatementFacts | null {
  if (facts.frozen.concept !== 5) return null;
  const answered = statementFacts(facts.frozen, facts.answers);
  return {
    ...answered,
    points: facts.points,
    today: facts.submittedOn,
    approvedSubprocessors: facts.agreement.approvedSubprocessors,
    transfers: facts.agreement.transfersOutsideEu,
    dataSubjectFacing: false,
    receivedOn: facts.submittedOn,
    sendWithinDays: null,
    previousPeriodEnd: null,
    assessedExceptions: [], // a position on an exception is taken on its finding
    jointSupervision: false,
    refuseTypeOne: false,
  };
}

/** The checklist K5-1…8 under concept 5; empty under others. */
export function checklistOf(facts: CaseFacts): ChecklistItem[] {
  const statement = statementOf(facts);
  return statement ? checklistK5(statement) : [];
}

/** Every finding the rules raise on this case, in a fixed order: the answers, then the concept's own rules, then breaches. */
export function raiseFindings(facts: CaseFacts): RaisedFinding[] {
  return [...raiseFromAnswers(assessedItems(facts)), ...raiseByConcept(facts)];
}

function raiseByConcept(facts: CaseFacts): RaisedFinding[] {
  const { frozen, answers, submittedOn } = facts;
  const breaches = () => raiseFromBreaches(disclosedBreaches(answers), "breach_list");
  switch (frozen.concept) {
    case 2:
      return raiseFromConfirmation(confirmationFacts(answers));
    case 3:
      return raiseFromStatus(statusFacts(answers));
    case 4:
      return [...checkCertificate(certificateFacts(frozen, answers, submittedOn)), ...breaches()];
    case 5:
      return [...checkStatement(statementOf(facts)!), ...breaches()];
    case 6:
      return breaches();
  }
}
