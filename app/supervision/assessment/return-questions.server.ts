import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { listElements } from "#app/questionnaire/elements.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { loadCase } from "./load-case.server.ts";

/** The questions to answer anew, each with the reason the processor reads; `dueOn` an ISO day. */
export type ReturnInput = { supervisionId: string; questions: readonly { question: string; reason: string }[]; dueOn: string };
export type ReturnResult = { ok: true } | { ok: false; reason: "not-found" | "not-assessing" | "no-questions" | "unknown-question" | "needs-reason" };

/** Sends single questions back; all others stay locked in the processor's tenant (product.md §3). */
export async function returnQuestions(tx: Tx, scope: Scope, { supervisionId, questions, dueOn }: ReturnInput): Promise<ReturnResult> {
  if (!mayWork(scope)) throw forbidden();
  const found = await loadCase(tx, supervisionId, { lock: true });
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  if (questions.length === 0) return { ok: false, reason: "no-questions" };
  const known = new Set(listElements(found.facts.frozen.survey).map(({ name }) => name));
  if (questions.some(({ question }) => !known.has(question))) return { ok: false, reason: "unknown-question" };
  if (questions.some(({ reason }) => reason.trim() === "")) return { ok: false, reason: "needs-reason" };
  const { controllerId, processorId, request } = found;
  await tx.returnedQuestion.createMany({
    data: questions.map(({ question, reason }) => ({ supervisionId, controllerId, processorId, question, reason: reason.trim(), revision: found.latest.revision, returnedByName: scope.personName })),
  });
  await tx.$executeRaw`update supervision set state = 'returned', returned_at = now(), due_on = ${dueOn}::date, version = version + 1 where id = ${supervisionId}::uuid and state = 'assessing'`;
  await record(tx, scope, { action: "questions.returned", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { questions: questions.map(({ question }) => question), dueOn } });
  await queueMail(tx, scope, {
    kind: "questions-returned", dedupeKey: `questions-returned:${supervisionId}:${found.version}`, to: { email: request.recipientEmail, name: request.recipientName },
    language: request.language === "en" ? "en" : "da", supervisionId, values: { controller: found.controllerName, processor: found.processorName, title: found.title, count: questions.length, due: dueOn },
  });
  return { ok: true };
}

/** Takes a return back before it is answered: the case is assessed as it stood. */
export async function takeBackReturn(tx: Tx, scope: Scope, supervisionId: string): Promise<boolean> {
  if (!mayWork(scope)) throw forbidden();
  const moved = await tx.$executeRaw`update supervision set state = 'assessing', assessing_at = now(), version = version + 1
    where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid and state = 'returned'`;
  if (moved > 0) await record(tx, scope, { action: "questions.return-taken-back", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true });
  return moved > 0;
}
