import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";

/** A sent request of the controller in context, locked, with whom to write to; null when there is none or nothing was sent. */
export async function takeSentRequest(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string) {
  await tx.$queryRaw`select 1 from supervision where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId },
    select: {
      id: true, state: true, title: true, processorId: true, controllerName: true, processorName: true, dueOn: true, version: true,
      agreement: { select: { processorId: true } },
      request: { select: { recipientName: true, recipientEmail: true, language: true, sentAt: true } },
    },
  });
  if (!found?.request?.sentAt) return null;
  const { agreement, request, ...supervision } = found;
  return {
    ...supervision,
    state: supervision.state as SupervisionState,
    registerId: agreement.processorId,
    to: { name: request.recipientName, email: request.recipientEmail },
    language: (request.language === "en" ? "en" : "da") satisfies Language as Language,
  };
}
