import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { listElements } from "#app/questionnaire/schema.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { mayWork } from "../may.ts";

/** `question` "" asks about the whole answer. */
export type OpenInput = { supervisionId: string; question: string; body: string };
export type OpenResult = { ok: true; clarificationId: string } | { ok: false; reason: "not-found" | "not-open" | "unknown-question" | "empty" };

/** States in which the controller may ask: something was handed in, and nothing is concluded. */
const ASKABLE = ["submitted", "assessing", "returned"];

/** Opens a thread with its first message. On a special requirement it bars "in order" until closed (domain.md §2.10). */
export async function openClarification(tx: Tx, scope: Scope, { supervisionId, question, body }: OpenInput): Promise<OpenResult> {
  if (!mayWork(scope)) throw forbidden();
  if (body.trim() === "") return { ok: false, reason: "empty" };
  await lockCase(tx, supervisionId);
  const found = await tx.supervision.findUnique({ where: { id: supervisionId, controllerId: scope.organisationId }, include: { request: true } });
  if (!found?.request || !found.processorId) return { ok: false, reason: "not-found" };
  if (!ASKABLE.includes(found.state)) return { ok: false, reason: "not-open" };
  const { survey } = found.request.questionnaire as unknown as FrozenQuestionnaire;
  if (question !== "" && !listElements(survey).some(({ name }) => name === question)) return { ok: false, reason: "unknown-question" };
  const { controllerId, processorId, request } = found;
  const thread = await tx.clarification.create({
    data: { supervisionId, controllerId, processorId, question, onSpecialRequirement: question.startsWith("special_"), openedByName: scope.personName },
    select: { id: true },
  });
  await tx.clarificationMessage.create({ data: { clarificationId: thread.id, controllerId, processorId, authorId: scope.organisationId, authorName: scope.personName, body: body.trim() } });
  await record(tx, scope, { action: "clarification.opened", subject: { type: "clarification", id: thread.id }, supervisionId, shared: true, detail: { question } });
  await queueMail(tx, scope, {
    kind: "clarification-asked", dedupeKey: `clarification-asked:${thread.id}`, to: { email: request.recipientEmail, name: request.recipientName }, supervisionId,
    language: request.language === "en" ? "en" : "da", values: { controller: found.controllerName, processor: found.processorName, title: found.title },
  });
  return { ok: true, clarificationId: thread.id };
}
