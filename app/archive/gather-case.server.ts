import type { Tx } from "#app/db/client.server.ts";
import { loadCase } from "#app/supervision/assessment/load-case.server.ts";
import { findOwnAsked } from "./own-asked.server.ts";

/** Everything of one supervision that the package holds, as the controller in context may see it. */
export type Gathered = NonNullable<Awaited<ReturnType<typeof gatherCase>>>;

/** Reads it all in one transaction, so that it is one moment's truth; null when there is no such case. */
export async function gatherCase(tx: Tx, supervisionId: string) {
  const found = await loadCase(tx, supervisionId);
  if (!found) return null;
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: found.agreementId }, include: { processor: true, specialRequirements: { where: { removedAt: null }, orderBy: { position: "asc" } } } });
  const score = await tx.riskScore.findUniqueOrThrow({ where: { id: found.caseFile.scoreId } });
  const choice = found.caseFile.choiceId ? await tx.conceptChoice.findUnique({ where: { id: found.caseFile.choiceId } }) : null;
  const controller = await tx.organisation.findUniqueOrThrow({ where: { id: found.controllerId } });
  const evidence = await tx.evidence.findMany({ where: { supervisionId, releasedAt: { not: null } }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }] });
  const mails = await tx.outbox.findMany({ where: { supervisionId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const audit = await tx.auditEvent.findMany({ where: { organisationId: found.controllerId, supervisionId }, orderBy: { id: "asc" } });
  const before = await tx.escalation.findMany({ where: { nextSupervisionId: supervisionId, controllerId: found.controllerId }, select: { supervisionId: true, fromConcept: true, toConcept: true, overdueDays: true, reason: true, decidedByName: true, decidedAt: true } });
  const ladder = await tx.escalation.findMany({ where: { supervisionId: { in: [...before.map((one) => one.supervisionId), supervisionId] }, controllerId: found.controllerId }, orderBy: { at: "asc" } });
  const own = await findOwnAsked(tx, found);
  return { ...found, own, steppedUp: before[0] ?? null, ladder, agreement, score, choice, controller, evidence, mails, audit };
}
