import type { Tx } from "#app/db/client.server.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";

/**
 * The controller's trail of a case, oldest first: all of the supervision itself, and up to its conclusion what was recorded on the subjects it
 * rests on (`rests`: ids by the kind of subject): the agreement with its score, choice and plan, its checks, breaches and findings, the round.
 */
export async function gatherTrail(tx: Tx, { id: supervisionId, controllerId }: Pick<Case, "id" | "controllerId">, rests: Readonly<Record<string, readonly string[]>>, until: Date) {
  const subjects = Object.entries(rests).filter(([, ids]) => ids.length > 0).map(([subjectType, ids]) => ({ subjectType, subjectId: { in: [...ids] } }));
  return tx.auditEvent.findMany({ where: { organisationId: controllerId, OR: [{ supervisionId }, { supervisionId: null, at: { lte: until }, OR: subjects }] }, orderBy: { id: "asc" } });
}
