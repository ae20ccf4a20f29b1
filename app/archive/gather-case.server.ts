import type { Tx } from "#app/db/client.server.ts";
import { loadCase } from "#app/supervision/assessment/load-case.server.ts";
import { gatherAgreement } from "./gather-agreement.server.ts";
import { gatherBreaches } from "./gather-breaches.server.ts";
import { gatherFindings } from "./gather-findings.server.ts";
import { gatherTrail } from "./gather-trail.server.ts";
import { findOwnAsked } from "./own-asked.server.ts";

/** Everything of one supervision that the package holds, as the controller in context may see it. */
export type Gathered = NonNullable<Awaited<ReturnType<typeof gatherCase>>>;

/** Reads it all in one transaction, so that it is one moment's truth, for a package made at `at`; null when there is no such case. */
export async function gatherCase(tx: Tx, supervisionId: string, at: Date) {
  const found = await loadCase(tx, supervisionId);
  if (!found) return null;
  const { agreementId, controllerId } = found;
  const until = found.conclusion?.decidedAt ?? at;
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId }, include: { processor: true, specialRequirements: { where: { removedAt: null }, orderBy: { position: "asc" } } } });
  const score = await tx.riskScore.findUniqueOrThrow({ where: { id: found.caseFile.scoreId } });
  const choice = found.caseFile.choiceId ? await tx.conceptChoice.findUnique({ where: { id: found.caseFile.choiceId } }) : null;
  const controller = await tx.organisation.findUniqueOrThrow({ where: { id: controllerId } });
  const evidence = await tx.evidence.findMany({ where: { supervisionId, releasedAt: { not: null } }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }] });
  const mails = await tx.outbox.findMany({ where: { supervisionId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const before = await tx.escalation.findMany({ where: { nextSupervisionId: supervisionId, controllerId }, select: { supervisionId: true, fromConcept: true, toConcept: true, overdueDays: true, reason: true, decidedByName: true, decidedAt: true } });
  const ladder = await tx.escalation.findMany({ where: { supervisionId: { in: [...before.map((one) => one.supervisionId), supervisionId] }, controllerId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const own = await findOwnAsked(tx, found);
  const { plan, concerns, checks, contract, round } = await gatherAgreement(tx, found, { at, until });
  const findings = await gatherFindings(tx, found, until);
  const breaches = await gatherBreaches(tx, found, findings.all, { at, until });
  const audit = await gatherTrail(tx, found, {
    agreement: [agreementId], check: checks.map(({ id }) => id), breach: breaches.flatMap(({ id, folded }) => [id, ...folded.map((one) => one.id)]), finding: findings.ofAgreement.map(({ id }) => id),
    round: round ? [round.id] : [], questionnaire: own ? [own.questionnaireId] : [],
  }, until);
  return { ...found, findings: findings.ofCase, ofAgreement: findings.ofAgreement, own, plan, concerns, checks, contract, round, breaches, steppedUp: before[0] ?? null, ladder, agreement, score, choice, controller, evidence, mails, audit };
}
