import type { Tx } from "#app/db/client.server.ts";
import { removeEvidence } from "#app/evidence/remove-evidence.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { findingOfPlace, takesFilesForFinding } from "./finding/finding-place.server.ts";
import { followFiles } from "./hand-in-file.server.ts";
import { takeTurn } from "./take-turn.server.ts";
import { isOpenFor } from "./write-answer.server.ts";

/** `place` is where the file stood. */
export type TakeAwayResult = { ok: true; place: string } | { ok: false; reason: "not-found" | "locked" };

/** Takes a file away that was not yet handed in, while its question or its finding is open. */
export async function takeFileAway(tx: Tx, scope: Scope, { supervisionId, evidenceId, at }: { supervisionId: string; evidenceId: string; at: Date }): Promise<TakeAwayResult> {
  await takeTurn(tx, supervisionId);
  const request = await findAnswering(tx, scope, supervisionId);
  const file = request && (await tx.evidence.findFirst({ where: { id: evidenceId, supervisionId, processorId: scope.organisationId, removedAt: null }, select: { question: true } }));
  if (!request || !file) return { ok: false, reason: "not-found" };
  const findingId = findingOfPlace(file.question);
  if (findingId !== null) {
    const taken = await takesFilesForFinding(tx, scope, supervisionId, findingId);
    if (!taken.ok && taken.reason !== "too-many") return { ok: false, reason: taken.reason };
    return (await removeEvidence(tx, scope, { supervisionId, evidenceId, at })) ? { ok: true, place: file.question } : { ok: false, reason: "locked" };
  }
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  if (!isOpenFor(request, frozen, file.question)) return { ok: false, reason: "locked" };
  if (!(await removeEvidence(tx, scope, { supervisionId, evidenceId, at }))) return { ok: false, reason: "locked" };
  await followFiles(tx, request, frozen, file.question, -1);
  return { ok: true, place: file.question };
}
