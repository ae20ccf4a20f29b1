import type { Tx } from "#app/db/client.server.ts";
import { queueMails } from "#app/mail/queue-mail.server.ts";
import type { Mail } from "#app/mail/mail-kinds.ts";
import { inviteProcessor } from "#app/organisation/invite-processor.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { ComposedItem } from "./compose-items.server.ts";
import type { RoundLetter } from "./message-to.server.ts";

/**
 * Calls in the recipients of what a round has sent: by mail where the processor has its organisation here; else by an invitation, one to
 * each processor however many of its agreements are in the round (a newer invitation would end the one before).
 */
export async function callInRecipients(tx: Tx, scope: Scope, items: readonly ComposedItem[], { language, dueOn: due, since, at }: RoundLetter & { since: Date; at: Date }): Promise<void> {
  const mails = items.filter(({ basis }) => basis.processor.organisationId !== null).map(({ supervisionId, basis: { title, controller, processor } }): Mail => ({
    kind: "request-sent", dedupeKey: `request-sent:${supervisionId}:first`, to: { email: processor.contactEmail, name: processor.contactName }, language, supervisionId,
    values: { controller: controller.name, processor: processor.name, title, due },
  }));
  await queueMails(tx, scope, mails);
  const outside = new Map(items.filter(({ basis }) => basis.processor.organisationId === null).toReversed().map((item) => [item.basis.processor.id, item]));
  const invited = await tx.invitation.findMany({
    where: { organisationId: scope.organisationId, processorId: { in: [...outside.keys()] }, acceptedAt: null, revokedAt: null, createdAt: { gte: since } }, select: { processorId: true },
  });
  for (const { processorId } of invited) if (processorId) outside.delete(processorId);
  for (const { supervisionId, basis: { title, processor } } of outside.values()) {
    await inviteProcessor(tx, scope, { processorId: processor.id, email: processor.contactEmail, name: processor.contactName, language, at, request: { supervisionId, title, due } });
  }
}
