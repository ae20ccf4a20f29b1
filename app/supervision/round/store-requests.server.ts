import { columnOf } from "#app/agreement/calendar-day.ts";
import { recordMany } from "#app/audit/record-many.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { snapshotOf } from "../agreement-basis.server.ts";
import type { ComposedItem } from "./compose-items.server.ts";
import { messageTo } from "./message-to.server.ts";
import type { RoundLetter } from "./message-to.server.ts";

export type Sending = { roundId: string; letter: RoundLetter; email: string; at: Date };

/** Opens and sends many supervisions at once: the same rows and the same trail as one after the other through openSupervision and sendRequest. */
export async function storeRequests(tx: Tx, scope: Scope, items: readonly ComposedItem[], { roundId, letter, email, at }: Sending): Promise<void> {
  const { organisationId: controllerId, personId, personName } = scope;
  const periodTo = columnOf(copenhagenDate(at));
  await tx.supervision.createMany({
    data: items.map(({ supervisionId: id, concept, basis }) => ({
      id, controllerId, processorId: basis.processor.organisationId, agreementId: basis.id, title: basis.title, controllerName: basis.controller.name, processorName: basis.processor.name, concept,
      periodFrom: columnOf(basis.periodFrom), periodTo, dueOn: columnOf(letter.dueOn),
    })),
  });
  await tx.supervisionCase.createMany({
    data: items.map(({ supervisionId, basis, planLineId }) => ({
      supervisionId, controllerId, scoreId: basis.scoreId ?? "", choiceId: basis.choiceId, points: basis.points ?? 0, ruleSet: basis.ruleSet, agreementVersion: basis.version,
      openedById: personId, openedByName: personName, roundId, planLineId,
    })),
  });
  await tx.request.createMany({
    data: items.map(({ supervisionId, concept, basis, questionnaire, hash }) => ({
      supervisionId, controllerId, processorId: basis.processor.organisationId, recipientName: basis.processor.contactName, recipientEmail: basis.processor.contactEmail,
      message: messageTo(letter, basis, concept, personName), language: letter.language, questionnaire: questionnaire as unknown as Prisma.InputJsonValue, questionnaireHash: hash,
      agreementSnapshot: snapshotOf(basis, { name: personName, email }), sentAt: at, sentByName: personName,
    })),
  });
  const ids = items.map(({ supervisionId }) => supervisionId);
  // A supervision begins as a draft, here too.
  await tx.supervision.updateMany({ where: { id: { in: ids }, controllerId, state: "draft" }, data: { state: "sent", sentAt: at, version: { increment: 1 } } });
  await tx.$executeRaw`update round_item i set state = 'sent', supervision_id = x.supervision, sent_at = ${at}, refusal = ''
    from unnest(${items.map(({ basis }) => basis.id)}::uuid[], ${ids}::uuid[]) as x(agreement, supervision) where i.round_id = ${roundId}::uuid and i.agreement_id = x.agreement`;
  await recordMany(tx, scope, items.flatMap(({ supervisionId, concept, basis, hash }) => {
    const of = { subject: { type: "supervision", id: supervisionId }, supervisionId };
    return [
      { ...of, action: "supervision.opened", detail: { concept, agreementId: basis.id, roundId } },
      { ...of, action: "request.sent", shared: true, detail: { concept, dueOn: letter.dueOn, questionnaireHash: hash, agreementVersion: basis.version } },
    ];
  }));
}
