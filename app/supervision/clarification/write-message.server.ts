import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isOpen } from "#app/domain/lifecycle/supervision-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer, mayWork } from "../may.ts";

export type WriteResult = { ok: true } | { ok: false; reason: "not-found" | "closed" | "empty" };

/** Adds a message to an open thread of a supervision under way, by either party; the other is told by mail. */
export async function writeMessage(tx: Tx, scope: Scope, { clarificationId, body }: { clarificationId: string; body: string }): Promise<WriteResult> {
  if (!mayWork(scope) && !mayAnswer(scope)) throw forbidden();
  const text = body.trim();
  if (text === "") return { ok: false, reason: "empty" };
  const thread = await tx.clarification.findUnique({ where: { id: clarificationId }, include: { supervision: { include: { request: true } } } });
  if (!thread?.supervision.request) return { ok: false, reason: "not-found" };
  if (thread.closedAt || !isOpen(thread.supervision.state as SupervisionState)) return { ok: false, reason: "closed" };
  const { supervisionId, controllerId, processorId, supervision } = thread;
  const request = thread.supervision.request;
  const message = await tx.clarificationMessage.create({
    data: { clarificationId, controllerId, processorId, authorId: scope.organisationId, authorName: scope.personName, body: text },
    select: { id: true },
  });
  await record(tx, scope, { action: "clarification.written", subject: { type: "clarification", id: clarificationId }, supervisionId, shared: true });
  if (scope.side === "processor") {
    await enqueue(tx, "notify-controller", { organisationId: controllerId, supervisionId, kind: "clarification-answered", sourceId: message.id });
    return { ok: true };
  }
  await queueMail(tx, scope, {
    kind: "clarification-asked", dedupeKey: `clarification:${message.id}`, to: { email: request.recipientEmail, name: request.recipientName }, supervisionId,
    language: request.language === "en" ? "en" : "da", values: { controller: supervision.controllerName, processor: supervision.processorName, title: supervision.title },
  });
  return { ok: true };
}
