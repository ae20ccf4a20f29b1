import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { validateAll } from "#app/questionnaire/validate-answers.server.ts";
import type { AnswerProblem } from "#app/questionnaire/validate-answers.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { gatherHandingIn } from "./handing-in.server.ts";
import { maySign } from "./may.ts";
import { takeTurn } from "./take-turn.server.ts";
import { beginAnswering } from "./write-answer.server.ts";

/** `shown` is the hash of what the signatory was shown; `declaration` the words signed under. */
export type SubmitInput = { supervisionId: string; shown: string; declaration: string; name: string; title: string; language: Language; at: Date };
export type SubmitResult =
  | { ok: true; revision: number; already: boolean }
  | { ok: false; reason: "not-found" | "not-open" | "changed" | "no-name" }
  | { ok: false; reason: "incomplete"; problems: AnswerProblem[] };

/**
 * Signs and hands in: everything is checked against what was sent, the answers and the list of files are frozen as a revision with their
 * hash, the files are released to the controller, and a trigger moves the supervision on. What is handed in already is not handed in again.
 */
export async function submitAnswers(tx: Tx, scope: Scope, { supervisionId, shown, declaration, name, title, language, at }: SubmitInput): Promise<SubmitResult> {
  if (!maySign(scope)) forbidden();
  await takeTurn(tx, supervisionId);
  // Answers on their way in are waited for, so that nothing a colleague was told is saved is missing from what is signed.
  await tx.$executeRaw`select app.hold_request(${supervisionId}::uuid)`;
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return { ok: false, reason: "not-found" };
  if (request.state !== "sent" && request.state !== "answering" && request.state !== "returned") {
    const last = await tx.submission.findFirst({ where: { supervisionId }, orderBy: { revision: "desc" }, select: { revision: true } });
    return last && request.state !== "withdrawn" ? { ok: true, revision: last.revision, already: true } : { ok: false, reason: "not-open" };
  }
  if (name.trim() === "") return { ok: false, reason: "no-name" };
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  const handing = await gatherHandingIn(tx, request, frozen);
  const checked = validateAll(frozen, handing.answers, handing.counts, { language, hash: request.hash });
  if (!checked.ok) return { ok: false, reason: "incomplete", problems: checked.problems };
  if (handing.hash !== shown) return { ok: false, reason: "changed" };
  await beginAnswering(tx, scope, request, { answered: 0, total: 0 });

  const { answers, evidence, hash, revision } = handing;
  const { id } = await tx.submission.create({
    data: {
      supervisionId, controllerId: request.controllerId, processorId: scope.organisationId, revision, answersHash: hash, declaration,
      answers: answers as unknown as Prisma.InputJsonValue, evidence, signatoryName: name.trim(), signatoryTitle: title.trim(), signedById: scope.personId, submittedAt: at,
    },
    select: { id: true },
  });
  await tx.evidence.updateMany({ where: { id: { in: evidence.map((file) => file.id) }, releasedAt: null }, data: { releasedAt: at } });
  await record(tx, scope, {
    action: "submission.signed", subject: { type: "submission", id }, supervisionId, shared: true,
    detail: { revision, hash, answers: Object.keys(answers).length, files: evidence.length, signatory: name.trim() },
  });
  await enqueue(tx, "notify-controller", { organisationId: request.controllerId, supervisionId, kind: "submission-received", sourceId: id });
  return { ok: true, revision, already: false };
}
