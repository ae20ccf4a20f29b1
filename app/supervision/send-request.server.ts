import { columnOf } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Concept } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findBasis, snapshotOf } from "./agreement-basis.server.ts";
import { refuseToOpen } from "./allowed-concepts.ts";
import type { OpenRefusal } from "./allowed-concepts.ts";
import { callIn } from "./call-in.server.ts";
import { composeQuestionnaire } from "./compose-questionnaire.server.ts";
import { gatherComposition, wishesOf } from "./gather-composition.server.ts";
import { mayWork } from "./may.ts";
import type { RequestFields } from "./request-form.ts";

/** `email` is the sender's own: the processor turns to the one who sent. `seen`: the version of the words and the hash of the questions on the sender's screen. */
export type SendInput = RequestFields & { supervisionId: string; email: string; at: Date; seen?: { version: number; hash: string } };
export type SendResult = { ok: true; already: boolean } | { ok: false; reason: "not-found" | "not-draft" | "ended" | "conflict" | "other-questions" | OpenRefusal };

/**
 * Sends a request: composes it anew from the agreement as it is now, freezes questionnaire, hash, agreement and score, opens it in the
 * processor's tenant and calls the recipient in by mail. Sending what is sent already changes nothing. "conflict" when somebody else wrote in
 * the draft since it was seen, "other-questions" when the agreement has changed so that something else would be asked.
 */
export async function sendRequest(tx: Tx, scope: Scope, { supervisionId, email, at, dueOn, seen, ...fields }: SendInput): Promise<SendResult> {
  if (!mayWork(scope)) forbidden();
  // The row is taken first, so that of two clicks the second finds it sent.
  await tx.$queryRaw`select 1 from supervision where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const found = await tx.supervision.findUnique({ where: { id: supervisionId }, select: { state: true, agreementId: true, concept: true, supplements: true, caseFile: { select: { ownVersionId: true } }, request: { select: { questionnaire: true, version: true } } } });
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "draft") return found.state === "withdrawn" ? { ok: false, reason: "not-draft" } : { ok: true, already: true };
  if (seen && found.request?.version !== seen.version) return { ok: false, reason: "conflict" };
  const basis = await findBasis(tx, found.agreementId);
  if (!basis) return { ok: false, reason: "not-found" };
  if (basis.status !== "active") return { ok: false, reason: "ended" };
  const concerned = (await tx.concern.count({ where: { supervisionId } })) > 0;
  const refusal = refuseToOpen(basis.inForce, found.concept, concerned);
  if (refusal) return { ok: false, reason: refusal };

  const today = copenhagenDate(at);
  const { questionnaire, hash } = composeQuestionnaire(basis, found.concept as Concept, await gatherComposition(tx, wishesOf(found), today));
  if (seen && hash !== seen.hash) return { ok: false, reason: "other-questions" };
  const { processor, controller } = basis;
  const processorId = processor.organisationId;
  await tx.request.update({
    where: { supervisionId, sentAt: null },
    data: {
      ...fields, processorId, questionnaire: questionnaire as unknown as Prisma.InputJsonValue, questionnaireHash: hash,
      agreementSnapshot: snapshotOf(basis, { name: scope.personName, email }), sentAt: at, sentByName: scope.personName, version: { increment: 1 },
    },
  });
  await tx.supervisionCase.update({
    where: { supervisionId },
    data: { scoreId: basis.scoreId ?? "", choiceId: basis.choiceId, points: basis.points ?? 0, ruleSet: basis.ruleSet, agreementVersion: basis.version, version: { increment: 1 } },
  });
  const sent = await tx.supervision.update({
    where: { id: supervisionId, state: "draft" },
    data: {
      state: "sent", sentAt: at, processorId, title: basis.title, controllerName: controller.name, processorName: processor.name,
      periodFrom: columnOf(basis.periodFrom), periodTo: columnOf(today), dueOn: columnOf(dueOn), version: { increment: 1 },
    },
  });
  await record(tx, scope, {
    action: "request.sent", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true,
    detail: { concept: found.concept, dueOn, questionnaireHash: hash, agreementVersion: basis.version },
  });
  const { recipientName: name, recipientEmail, language } = fields;
  await callIn(tx, scope, { kind: "request-sent", key: "first", supervision: sent, registerId: processor.id, to: { name, email: recipientEmail }, language, at });
  return { ok: true, already: false };
}
