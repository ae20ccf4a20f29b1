import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import { diffQuestionnaires } from "#app/questionnaire/diff-questionnaires.ts";
import { leftOut } from "#app/questionnaire/compose.ts";
import type { Concept, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findBasis } from "./agreement-basis.server.ts";
import { composeQuestionnaire, compositionOf } from "./compose-questionnaire.server.ts";
import { findLastRequest } from "./last-request.server.ts";
import { gatherComposition, wishesOf } from "./gather-composition.server.ts";

/** The request as the controller writes it, or reads it once sent; null when the supervision is not there. */
export async function findDraft(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, today: IsoDate) {
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId, controllerId: scope.organisationId },
    select: { id: true, title: true, state: true, concept: true, supplements: true, dueOn: true, processorName: true, controllerName: true, agreementId: true, request: true, caseFile: { select: { ownVersionId: true, points: true } } },
  });
  if (!found?.request) return null;
  const { request, agreementId, caseFile, ...supervision } = found;
  // A draft shows what would be sent now; what was sent is shown as it was.
  const basis = request.sentAt === null ? await findBasis(tx, agreementId) : null;
  const wishes = wishesOf(found);
  const composition = basis ? await gatherComposition(tx, wishes, today) : null;
  const composed = basis && composition ? composeQuestionnaire(basis, found.concept as Concept, composition) : null;
  const questionnaire = composed?.questionnaire ?? (request.questionnaire as unknown as FrozenQuestionnaire);
  const last = await findLastRequest(tx, { id: found.id, agreementId, sentAt: request.sentAt });
  return {
    ...supervision,
    agreementId,
    state: supervision.state as SupervisionState,
    concept: supervision.concept as Concept,
    supplements: supervision.supplements as Concept[],
    dueOn: dayOrNull(supervision.dueOn),
    recipientName: request.recipientName,
    recipientEmail: request.recipientEmail,
    message: request.message,
    language: (request.language === "en" ? "en" : "da") satisfies Language as Language,
    sentAt: request.sentAt,
    sentByName: request.sentByName,
    questionnaireHash: request.questionnaireHash,
    /** What the one who sends has seen: checked again when the request is sent. */
    seen: { version: request.version, hash: composed?.hash ?? "" },
    hasOrganisation: basis ? basis.processor.organisationId !== null : true,
    questionnaire,
    points: basis?.points ?? caseFile?.points ?? null,
    /** The concepts' own questions that so few points leave out; of a draft only. */
    leftOut: basis && composition ? leftOut(compositionOf(basis, found.concept as Concept, composition)) : [],
    /** What the request sent before this one asked otherwise; null when it is the first. */
    last: last ? { supervisionId: last.id, sentAt: last.sentAt.toISOString(), diff: diffQuestionnaires(last.questionnaire, questionnaire) } : null,
  };
}
