import { certificateFacts } from "#app/questionnaire/certificate-facts.ts";
import { checkCertificate } from "#app/domain/assurance/certificate.ts";
import { checkStatement } from "#app/domain/assurance/check-statement.ts";
import { checklistK5 } from "#app/domain/assurance/checklist-k5.ts";
import type { ChecklistItem } from "#app/domain/assurance/checklist-k5.ts";
import { raiseFromReconciliation } from "#app/domain/breach/raise-from-reconciliation.ts";
import type { Registered } from "#app/domain/breach/reconcile.ts";
import type { StatementFacts } from "#app/domain/assurance/statement-facts.ts";
import { raiseFromLocations, raiseFromRetention } from "#app/domain/findings/drift/raise-from-drift.ts";
import { raiseFromChangedSubprocessors, raiseFromGoneSubprocessors, raiseFromNewSubprocessors } from "#app/domain/findings/drift/raise-from-subprocessors.ts";
import type { AssumedSubprocessor } from "#app/domain/findings/drift/raise-from-subprocessors.ts";
import { raiseFromLimits } from "#app/domain/findings/limits/raise-from-limits.ts";
import { raiseFromAnswers } from "#app/domain/findings/raise-from-answers.ts";
import type { AnsweredItem } from "#app/domain/findings/raise-from-answers.ts";
import { raiseFromBreaches } from "#app/domain/findings/raise-from-breaches.ts";
import { raiseFromConfirmation } from "#app/domain/findings/raise-from-confirmation.ts";
import { raiseFromDemands } from "#app/domain/findings/raise-from-demands.ts";
import { raiseFromStatus } from "#app/domain/findings/raise-from-status.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { ContractSays } from "#app/domain/concept/contract-demands.ts";
import type { Procedure } from "#app/domain/concept/procedures.ts";
import { magnitudeOf } from "#app/domain/limits/limit-units.ts";
import { strictestLimit } from "#app/domain/limits/strictest-limit.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import type { QuestionGroup } from "#app/domain/scoring/score-groups.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { answerLevels } from "#app/questionnaire/answer-levels.ts";
import { driftFacts } from "#app/questionnaire/drift-questions.ts";
import { asksBreaches, hasPart, partsOf } from "#app/questionnaire/parts.ts";
import { statementFacts } from "#app/questionnaire/statement-facts.ts";
import { confirmationFacts, disclosedBreaches, statusFacts } from "#app/questionnaire/status-facts.ts";
import type { Answers, Concept, EvidenceCount, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { AgreementSnapshot } from "../agreement-snapshot.ts";
import { BREACH_LIST, reconciliationOf } from "../breach/reconciliation-of.ts";
import { practiceFacts } from "./practice-facts.ts";

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
  /** The day the auditor's statement that counts was first handed in; later submissions for the sake of other questions do not move it. */
  statementReceivedOn: string;
  decisions: readonly Decision[];
  /** What neither answers nor agreement say. `positions`: exceptions of a statement we have taken a position on; `concepts`: supervisions of the agreement concluded before. */
  held: { previousPeriodEnd: IsoDate | null; positions: readonly string[]; refuseTypeOne: boolean; concepts: readonly { concept: Concept; on: IsoDate }[] };
  /** The revision in which each question was last answered anew; 1 where it never was returned. */
  changedIn: Readonly<Record<string, number>>;
  /** The controller's register of breaches for the time asked about; null where it is not looked at. */
  register: readonly Registered[] | null;
};

/** The scored questions with the level the answers claim; one on a special requirement has the clause it stands in as its source, where there is one. */
export function claimedItems({ frozen, answers, evidence, agreement }: CaseFacts): AnsweredItem[] {
  return answerLevels(frozen, answers, evidence).map((item) => {
    const tested = frozen.scoring[item.question]?.requirements.find((one) => one.startsWith(SPECIAL));
    const clause = tested === undefined ? "" : clauseOf(agreement, tested.slice(SPECIAL.length));
    return clause ? { ...item, source: clause } : item;
  });
}

/** How a question says that it tests a special requirement of the agreement (questionnaire/compose/special-questions.ts). */
const SPECIAL = "special:";

/** Where a special requirement stands in the agreement, "" if that is not known. */
const clauseOf = ({ specialRequirements }: AgreementSnapshot, id: string): string => specialRequirements.find((one) => one.id === id)?.source.trim() ?? "";

/** The groups the arithmetic is shown in: the pages of the questionnaire. */
export function groupsOf({ survey }: Pick<FrozenQuestionnaire, "survey">): QuestionGroup[] {
  return survey.pages.map(({ name, elements }) => ({ id: name, questions: elements.map((element) => element.name) }));
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

/** What the rules on an auditor's statement look at; null where none was asked for. */
export function statementOf(facts: CaseFacts): StatementFacts | null {
  if (!hasPart(facts.frozen, 5)) return null;
  const { agreement, held } = facts;
  const answered = statementFacts(facts.frozen, facts.answers);
  const metBeside = new Set(driftFacts(facts.frozen, facts.answers).metInstead.filter(({ level }) => level === "met").map(({ id }) => id));
  return {
    ...answered,
    specialRequirements: answered.specialRequirements.map((one) => ({ ...one, metBeside: metBeside.has(one.id) })),
    points: facts.points,
    today: facts.submittedOn,
    approvedSubprocessors: agreement.approvedSubprocessors,
    assumedSubprocessors: assumedOf(agreement).map(({ name }) => name),
    transfers: agreement.transfersOutsideEu,
    dataSubjectFacing: agreement.dataSubjectFacing,
    receivedOn: facts.statementReceivedOn,
    sendWithinDays: sendWithinDays(agreement),
    previousPeriodEnd: held.previousPeriodEnd,
    assessedExceptions: held.positions,
    jointSupervision: false,
    refuseTypeOne: held.refuseTypeOne,
  };
}

/** Days within which the agreement wants a statement sent (001 C.5.2); null where it sets no number. */
function sendWithinDays({ limits }: AgreementSnapshot): number | null {
  const hours = magnitudeOf(strictestLimit(limits, "statement-sending")?.strictest ?? { value: null, unit: "" });
  return hours === null ? null : Math.floor(hours / 24);
}

/** The checklist K5-1…8 where a statement was asked for; else empty. */
export function checklistOf(facts: CaseFacts): ChecklistItem[] {
  const statement = statementOf(facts);
  return statement ? checklistK5(statement) : [];
}

/** Every finding the rules raise on this case, in a fixed order: the answers, then the rules of each concept it consists of, then breaches, then practice. */
export function raiseFindings(facts: CaseFacts): RaisedFinding[] {
  return [...raiseFromAnswers(assessedItems(facts)), ...partsOf(facts.frozen).flatMap((concept) => raiseByConcept(facts, concept)), ...raiseFromDisclosed(facts), ...raiseFromRegister(facts), ...raiseFromPractice(facts)];
}

/** K3-10: what was notified is known from the register, not from the processor's own word. */
function raiseFromRegister({ register, frozen, answers }: CaseFacts): RaisedFinding[] {
  const found = register && reconciliationOf({ frozen, answers, register });
  return found ? raiseFromReconciliation(found, BREACH_LIST) : [];
}

function raiseByConcept(facts: CaseFacts, concept: Concept): RaisedFinding[] {
  const { frozen, answers, submittedOn } = facts;
  switch (concept) {
    case 2:
      return raiseFromConfirmation(confirmationFacts(answers));
    case 3:
      return raiseFromStatus({ ...statusFacts(answers), breaches: [] });
    case 4:
      return checkCertificate(certificateFacts(frozen, answers, submittedOn));
    case 5:
      return raiseFromStatement(facts);
    case 6:
      return [];
  }
}

/** A position on an exception is taken on its finding, which stands whatever it is; so the rule raises all. */
function raiseFromStatement(facts: CaseFacts): RaisedFinding[] {
  const statement = statementOf(facts);
  return statement ? checkStatement({ ...statement, assessedExceptions: [] }).map((raised) => withClause(raised, facts.agreement)) : [];
}

/** What a statement leaves out of a special requirement is a matter of its clause, and of the guide. */
function withClause(raised: RaisedFinding, agreement: AgreementSnapshot): RaisedFinding {
  const clause = clauseOf(agreement, String(raised.values.requirement ?? ""));
  return clause ? { ...raised, source: `${clause}; ${raised.source}` } : raised;
}

/** The breaches disclosed, whichever of the concepts asked for them (2 does where it is wanted). Whether one was notified the register knows better. */
function raiseFromDisclosed({ frozen, answers, register }: CaseFacts): RaisedFinding[] {
  if (!asksBreaches(frozen)) return [];
  return raiseFromBreaches(disclosedBreaches(answers), BREACH_LIST).filter(({ rule }) => register === null || rule !== "K3-BREACH-UNNOTIFIED");
}

/** Practice against the agreement: sub-processors, places, retention and limits. */
function raiseFromPractice(facts: CaseFacts): RaisedFinding[] {
  const { subprocessors, locations, retention, limits } = practiceFacts(facts);
  const assumed = answeredAssumed(facts);
  return [
    ...raiseFromNewSubprocessors(subprocessors, assumed), ...raiseFromChangedSubprocessors(subprocessors), ...raiseFromGoneSubprocessors(subprocessors, assumed),
    ...raiseFromLocations(locations), ...raiseFromRetention(retention), ...raiseFromLimits(limits, facts.agreement.limits),
  ];
}

/** Those assumed to be in use whom no row approves. */
function assumedOf({ subprocessors, approvedSubprocessors }: AgreementSnapshot): AgreementSnapshot["subprocessors"] {
  const rows = subprocessors.filter(({ status, name }) => status === "assumed" && !approvedSubprocessors.includes(name));
  return rows.filter(({ name }, place) => rows.findIndex((one) => one.name === name) === place);
}

/** What the processor says of them: one that several rows name is used where one of the answers says so. */
function answeredAssumed({ frozen, answers, agreement }: CaseFacts): AssumedSubprocessor[] {
  const said = driftFacts(frozen, answers).assumed;
  return assumedOf(agreement).flatMap(({ name }) => {
    const rows = agreement.subprocessors.filter((row) => row.name === name && row.status === "assumed");
    const given = rows.flatMap((row) => said.filter(({ id }) => id === row.id).map((one) => ({ ...one, row })));
    const telling = given.find(({ used }) => used === true) ?? given.find(({ used }) => used === null) ?? given[0];
    return telling ? [{ name, question: telling.question, used: telling.used, agreed: [telling.row.processing, telling.row.country].filter(Boolean).join(", "), said: telling.details ?? "" }] : [];
  });
}

/** What the contract demands of supervision beyond this one: a matter of the agreement and its plan, which the processor's answers neither make nor mend. */
export function raiseOnAgreement({ agreement, points, frozen, held, submittedOn }: CaseFacts): RaisedFinding[] {
  return raiseFromDemands({ says: saysOf(agreement), since: agreement.signedOn, points, parts: partsOf(frozen), held: held.concepts, today: submittedOn });
}

/** What the contract says of supervision, as it stood when the request was sent. */
const saysOf = ({ procedures, agreedConcept, limits }: AgreementSnapshot): ContractSays => ({ procedures: procedures as Procedure[], agreedConcept: agreedConcept as ContractSays["agreedConcept"], limits });
