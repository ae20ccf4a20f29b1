import type { Tx } from "#app/db/client.server.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import { findingNames, presentFinding } from "../finding/present.ts";

/**
 * What the controller has released of its conclusion to the processor in context: outcome, message and findings; `conclusion` is null until
 * it is. Null when there is no such request here. Row-level security shows no more than what is released.
 */
export async function findReleased(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, language: Language) {
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId, processorId: scope.organisationId },
    select: { id: true, title: true, controllerName: true, request: true, conclusion: true, findings: { orderBy: [{ severity: "asc" }, { raisedAt: "asc" }] }, submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } },
  });
  if (!found?.request) return null;
  const snapshot = agreementSnapshot.parse(found.request.agreementSnapshot);
  const answers = (found.submissions[0]?.answers ?? {}) as unknown as Answers;
  const names = findingNames(found.request.questionnaire as unknown as FrozenQuestionnaire, answers, snapshot, language);
  const { conclusion } = found;
  return {
    id: found.id, title: found.title, controllerName: found.controllerName, contact: snapshot.contact,
    conclusion: conclusion?.releasedAt ? { outcome: conclusion.outcome as Outcome, message: conclusion.message, byName: conclusion.decidedByName, at: conclusion.releasedAt.toISOString() } : null,
    findings: found.findings.filter(({ releasedAt }) => releasedAt !== null).map((one) => presentFinding(one, names)),
  };
}
