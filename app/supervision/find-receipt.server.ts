import type { Tx } from "#app/db/client.server.ts";
import type { Answers, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import type { HandedIn } from "./hash-submission.server.ts";

/** What was handed in last, or as one `revision`: the receipt of the processor in context. Null when nothing was. */
export async function findReceipt(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, revision: number | null) {
  const found = await tx.submission.findFirst({
    where: { supervisionId, processorId: scope.organisationId, ...(revision === null ? {} : { revision }) }, orderBy: { revision: "desc" },
    select: {
      id: true, revision: true, answers: true, answersHash: true, evidence: true, declaration: true, signatoryName: true, signatoryTitle: true, submittedAt: true,
      supervision: { select: { title: true, controllerName: true, processorName: true, request: { select: { questionnaireHash: true } } } },
    },
  });
  if (!found?.supervision.request) return null;
  const revisions = await tx.submission.findMany({ where: { supervisionId }, orderBy: { revision: "asc" }, select: { revision: true, submittedAt: true } });
  const { supervision, answers, evidence, ...submission } = found;
  const { request, ...about } = supervision;
  const frozen: FrozenQuestionnaire = await readFrozen(tx, supervisionId, request?.questionnaireHash ?? "");
  return { ...submission, ...about, frozen, answers: answers as unknown as Answers, evidence: evidence as unknown as HandedIn[], revisions, questionnaireHash: request?.questionnaireHash ?? "" };
}
