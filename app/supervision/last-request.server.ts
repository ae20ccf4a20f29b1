import type { Tx } from "#app/db/client.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";

/** The request sent before this one on the same agreement, withdrawn ones left out; null when this is the first. */
export async function findLastRequest(tx: Tx, supervision: { id: string; agreementId: string; sentAt: Date | null }): Promise<{ id: string; sentAt: Date; questionnaire: FrozenQuestionnaire } | null> {
  const { id, agreementId, sentAt } = supervision;
  const found = await tx.supervision.findFirst({
    where: { agreementId, id: { not: id }, state: { not: "withdrawn" }, sentAt: sentAt ? { lt: sentAt } : { not: null } }, orderBy: { sentAt: "desc" },
    select: { id: true, sentAt: true, request: { select: { questionnaire: true } } },
  });
  return found?.sentAt && found.request ? { id: found.id, sentAt: found.sentAt, questionnaire: found.request.questionnaire as unknown as FrozenQuestionnaire } : null;
}
