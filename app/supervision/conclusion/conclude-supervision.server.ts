import { advancePlan } from "#app/agreement/plan/advance-plan.server.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { checkConclusion } from "#app/domain/scoring/check-conclusion.ts";
import type { ConclusionCheck } from "#app/domain/scoring/check-conclusion.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { loadCase } from "../assessment/load-case.server.ts";
import type { Case } from "../assessment/load-case.server.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { proposalFor, refreshCase } from "../assessment/refresh-case.server.ts";
import { continueFindings } from "../finding/continue-findings.server.ts";
import { mayConclude } from "../may.ts";
import { groundsMark } from "./grounds-mark.server.ts";

/** `reason` is the controller's own; `message` is what the processor reads; `today` an ISO day; `seen` the mark of the grounds on the DPO's screen. */
export type ConcludeInput = { supervisionId: string; outcome: Outcome; reason: string; message: string; today: string; seen?: string };
export type ConcludeResult = { ok: true } | { ok: false; reason: "not-found" | "not-assessing" | "same-person" | "other-grounds" } | Extract<ConclusionCheck, { ok: false }>;

/**
 * The DPO's conclusion: checked against the proposal, released to the processor with the findings, and the next supervision dated.
 * "other-grounds" when a finding, an assessment or an answer is not as it was when the page was shown.
 * Where another could conclude, it is not the one who assessed (product.md §5).
 */
export async function concludeSupervision(tx: Tx, scope: Scope, { supervisionId, outcome, reason, message, today, seen }: ConcludeInput): Promise<ConcludeResult> {
  if (!mayConclude(scope)) throw forbidden();
  await lockCase(tx, supervisionId);
  await refreshCase(tx, scope, supervisionId);
  const found = await loadCase(tx, supervisionId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  if (await anotherShouldConclude(tx, scope, found)) return { ok: false, reason: "same-person" };
  const proposal = await proposalFor(tx, found);
  const check = checkConclusion({ proposal, outcome, reason });
  if (!check.ok) return check;
  if (seen !== undefined && seen !== groundsMark(found, proposal)) return { ok: false, reason: "other-grounds" };
  const { controllerId, processorId, agreementId, request } = found;
  await tx.supervisionCase.update({ where: { supervisionId }, data: { proposal: proposal.outcome, reason: reason.trim(), version: { increment: 1 } } });
  await tx.$executeRaw`insert into conclusion (supervision_id, controller_id, processor_id, outcome, message, decided_by_id, decided_by_name, released_at)
    values (${supervisionId}::uuid, ${controllerId}::uuid, ${processorId}::uuid, ${outcome}, ${message.trim()}, ${scope.personId}::uuid, ${scope.personName}, now())`;
  await tx.$executeRaw`update finding set released_at = now(), version = version + 1 where supervision_id = ${supervisionId}::uuid and released_at is null and state <> 'closed-not-a-gap'`;
  await continueFindings(tx, scope, supervisionId);
  for (const { id } of found.clarifications.filter(({ closedAt }) => !closedAt)) {
    await tx.$executeRaw`update clarification set closed_at = now(), closed_by_name = ${scope.personName} where id = ${id}::uuid and closed_at is null`;
    await record(tx, scope, { action: "clarification.closed", subject: { type: "clarification", id }, supervisionId, shared: true });
  }
  await tx.$executeRaw`update supervision set state = 'concluded', concluded_at = now(), version = version + 1 where id = ${supervisionId}::uuid and state = 'assessing'`;
  await record(tx, scope, { action: "supervision.concluded", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { outcome } });
  const concern = await tx.concern.findFirst({ where: { supervisionId }, select: { id: true } });
  const held = { planLineId: found.caseFile.planLineId, concept: found.concept as Concept, supplements: found.supplements as Concept[], concernId: concern?.id ?? null };
  await advancePlan(tx, scope, agreementId, { ...held, concludedOn: today });
  await queueMail(tx, scope, {
    kind: "conclusion-released", dedupeKey: `conclusion-released:${supervisionId}`, to: { email: request.recipientEmail, name: request.recipientName }, supervisionId,
    language: request.language === "en" ? "en" : "da", values: { controller: found.controllerName, processor: found.processorName, title: found.title },
  });
  return { ok: true };
}

/** Whether the one who asks took part in the assessment and the organisation has another who could conclude and did not. */
export async function anotherShouldConclude(tx: Tx, scope: Scope, { caseFile, assessments }: Pick<Case, "caseFile" | "assessments">): Promise<boolean> {
  const assessors = [...new Set([...assessments.map(({ decidedById }) => decidedById), ...(caseFile.assessedById ? [caseFile.assessedById] : [])])];
  if (!assessors.includes(scope.personId)) return false;
  const others = await tx.membership.count({ where: { organisationId: scope.organisationId, active: true, roles: { has: "dpo" }, personId: { notIn: assessors } } });
  return others > 0;
}
