import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** Takes a file away that was not yet handed in; its row stays, marked. False where it is not there, released or removed already. */
export async function removeEvidence(tx: Tx, scope: Scope, { supervisionId, evidenceId, at }: { supervisionId: string; evidenceId: string; at: Date }): Promise<boolean> {
  const removed = await tx.evidence.updateManyAndReturn({
    where: { id: evidenceId, supervisionId, processorId: scope.organisationId, releasedAt: null, removedAt: null },
    data: { removedAt: at },
    select: { id: true, question: true, name: true },
  });
  const file = removed[0];
  if (!file) return false;
  await record(tx, scope, { action: "evidence.removed", subject: { type: "evidence", id: file.id }, supervisionId, detail: { question: file.question, name: file.name } });
  return true;
}
