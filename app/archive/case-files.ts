import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import { canonicalJson } from "#app/questionnaire/canonical-json.ts";
import { assessedItems, checklistOf, claimedItems } from "#app/supervision/assessment/case-facts.ts";
import { verdictsOf } from "#app/supervision/assessment/verdicts.ts";
import { agreementFiles } from "./agreement-files.ts";
import { day, instant, pretty } from "./as-json.ts";
import { followUpFiles } from "./follow-up-files.ts";
import type { Gathered } from "./gather-case.server.ts";

/** The package's own files, by path: what was asked, answered, judged and decided, as data. Secrets of mails are not among them. */
export function caseFiles(found: Gathered, evidencePaths: readonly string[]): { path: string; bytes: Buffer }[] {
  const { facts, request, caseFile, score, choice, conclusion, steppedUp, own } = found;
  const verdicts = verdictsOf(found);
  return [
    ...agreementFiles(found),
    ...followUpFiles(found, evidencePaths),
    // Canonical and without a line end: the SHA-256 of this file is the questionnaire's fingerprint.
    { path: "questionnaire.json", bytes: Buffer.from(canonicalJson(facts.frozen)) },
    // The controller's own questionnaire as it was published: the SHA-256 of this file is the version's fingerprint in request.json.
    ...(own ? [{ path: "own-questionnaire.json", bytes: Buffer.from(canonicalJson(own.questionnaire)) }] : []),
    {
      path: "request.json",
      bytes: pretty({
        supervision: found.id, concept: found.concept, supplements: found.supplements, title: found.title, controller: found.controllerName, processor: found.processorName,
        period: { from: day(found.periodFrom), to: day(found.periodTo) }, dueOn: day(found.dueOn), sentAt: instant(request.sentAt), sentBy: request.sentByName,
        recipient: { name: request.recipientName, email: request.recipientEmail }, language: request.language, message: request.message,
        // Under concept 6 alone the controller's own is all that was asked; beside another concept both are.
        questionnaire: {
          ...(own && facts.frozen.concept === 6 ? { id: own.questionnaireId, version: own.number } : { id: facts.frozen.id, version: facts.frozen.version }), sha256: request.questionnaireHash,
          own: own && { questionnaire: own.questionnaireId, version: own.versionId, number: own.number, sha256: own.hash, title: own.questionnaire.survey.title, publishedBy: own.publishedByName, publishedAt: instant(own.publishedAt) },
        },
        agreement: facts.agreement,
      }),
    },
    {
      path: "answers.json",
      bytes: pretty(found.submissions.map(({ revision, answers, answersHash, evidence, declaration, signatoryName, signatoryTitle, submittedAt }) => ({
        revision, submittedAt: instant(submittedAt), signatory: { name: signatoryName, title: signatoryTitle }, declaration, answersHash, answers, evidence,
      }))),
    },
    {
      path: "score.json",
      bytes: pretty({
        ruleVersion: 1, claimed: scoreAnswers(claimedItems(facts)), assessed: scoreAnswers(assessedItems(facts)), checklist: checklistOf(facts),
        // A decision that does not stand was made on an answer that has been given anew, or is no longer asked for; it is not in the score.
        decisions: found.assessments.map(({ question, revision, claimedLevel, level, naAccepted, reason, decidedByName, decidedAt }) => ({
          question, revision, stands: Boolean(verdicts.get(question)?.standing), claimedLevel, level, naAccepted, reason, decidedBy: decidedByName, decidedAt: instant(decidedAt),
        })),
        // The questions whose level the rules gave by the answer alone.
        byAnswer: [...verdicts].filter(([, { standing }]) => !standing).map(([question]) => question),
      }),
    },
    {
      path: "risk.json",
      bytes: pretty({
        ruleSet: score.ruleSet, version: score.version, personCount: score.personCount, countingBasis: score.countingBasis, a: score.a, b: score.b, c: score.c, d: score.d, points: score.points,
        reasons: score.reasons, scoredBy: score.scoredByName, scoredAt: instant(score.scoredAt),
        // Why this supervision was held with another concept than the chosen one.
        steppedUp: steppedUp && { supervision: steppedUp.supervisionId, fromConcept: steppedUp.fromConcept, toConcept: steppedUp.toConcept, overdueDays: steppedUp.overdueDays, reason: steppedUp.reason, decidedBy: steppedUp.decidedByName, decidedAt: instant(steppedUp.decidedAt) },
        choice: choice && { concept: choice.concept, minimum: choice.minimum, belowBand: choice.belowBand, reason: choice.reason, chosenBy: choice.chosenByName, chosenAt: instant(choice.chosenAt), decidedBy: choice.decidedByName, decidedAt: instant(choice.decidedAt) },
      }),
    },
    {
      path: "clarifications.json",
      bytes: pretty(found.clarifications.map(({ question, onSpecialRequirement, openedByName, openedAt, closedByName, closedAt, messages }) => ({
        question, onSpecialRequirement, openedBy: openedByName, openedAt: instant(openedAt), closedBy: closedByName, closedAt: instant(closedAt),
        messages: messages.map(({ authorId, authorName, body, createdAt }) => ({ side: authorId === found.controllerId ? "controller" : "processor", by: authorName, at: instant(createdAt), body })),
      }))),
    },
    {
      path: "returned.json",
      bytes: pretty(found.returned.map(({ question, revision, reason, returnedByName, returnedAt }) => ({ question, revision, reason, by: returnedByName, at: instant(returnedAt) }))),
    },
    {
      path: "conclusion.json",
      bytes: pretty(conclusion && {
        outcome: conclusion.outcome, proposal: caseFile.proposal, reason: caseFile.reason, message: conclusion.message, assessedBy: caseFile.assessedByName,
        decidedBy: conclusion.decidedByName, decidedAt: instant(conclusion.decidedAt), claimedScore: caseFile.claimedScore, assessedScore: caseFile.assessedScore,
      }),
    },
    {
      path: "correspondence.json",
      bytes: pretty(found.mails.map(({ kind, toEmail, toName, subject, body, createdAt, sentAt }) => ({ kind, to: { email: toEmail, name: toName }, subject, body, writtenAt: instant(createdAt), sentAt: instant(sentAt) }))),
    },
    {
      path: "evidence.json",
      bytes: pretty(found.evidence.map(({ question, name, mediaType, size, sha256, uploadedByName, uploadedAt, releasedAt }, index) => ({
        path: evidencePaths[index], question, name, mediaType, size: Number(size), sha256, uploadedBy: uploadedByName, uploadedAt: instant(uploadedAt), releasedAt: instant(releasedAt),
      }))),
    },
    {
      path: "audit.jsonl",
      bytes: Buffer.from(found.audit.map(({ id, at, actorName, actorOrganisationId, action, subjectType, subjectId, detail }) =>
        `${JSON.stringify({ id: String(id), at: instant(at), by: actorName, organisation: actorOrganisationId, action, subject: { type: subjectType, id: subjectId }, detail })}\n`).join("")),
    },
  ];
}
