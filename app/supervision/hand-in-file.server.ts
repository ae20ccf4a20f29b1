import { attachEvidence } from "#app/evidence/attach-evidence.server.ts";
import type { ReceivedFile } from "#app/evidence/receive-upload.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { isEvidenceSlot } from "#app/questionnaire/evidence-slots.ts";
import { progressOf } from "#app/questionnaire/progress.ts";
import { listElements } from "#app/questionnaire/schema.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { evidenceKey } from "#app/storage/object-keys.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findingOfPlace, takesFilesForFinding } from "./finding/finding-place.server.ts";
import { findAnswering } from "./answering.server.ts";
import type { Answering } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { takeTurn } from "./take-turn.server.ts";
import { beginAnswering, draftOf, isOpenFor } from "./write-answer.server.ts";

/** Files one request may hold. */
const MOST_FILES = 200;
export type FileRefusal = "not-found" | "unknown-question" | "locked" | "too-many";
type Place = { ok: true; request: Answering; frozen: FrozenQuestionnaire } | { ok: false; reason: FileRefusal };

/** Whether a request takes files now, before the first byte is read; at this place where it is known already. */
export async function takesFiles(tx: Tx, scope: Scope, supervisionId: string, question: string | null): Promise<{ ok: true } | { ok: false; reason: FileRefusal }> {
  const findingId = findingOfPlace(question ?? "");
  if (findingId !== null) return takesFilesForFinding(tx, scope, supervisionId, findingId);
  if (question !== null) return findPlaceForFile(tx, scope, supervisionId, question);
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return { ok: false, reason: "not-found" };
  return awaits(request.state) === "processor" ? { ok: true } : { ok: false, reason: "locked" };
}

/** Whether a file may be handed in at this place of a request now. */
async function findPlaceForFile(tx: Tx, scope: Scope, supervisionId: string, question: string): Promise<Place> {
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return { ok: false, reason: "not-found" };
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  if (!isEvidenceSlot(listElements(frozen.survey), question)) return { ok: false, reason: "unknown-question" };
  if (!isOpenFor(request, frozen, question)) return { ok: false, reason: "locked" };
  const files = Object.values(request.evidence).reduce((sum, count) => sum + count, 0);
  return files < MOST_FILES ? { ok: true, request, frozen } : { ok: false, reason: "too-many" };
}

/** Where an accepted file of the processor lies for good. */
export const placeInStore = (scope: Scope, file: Pick<ReceivedFile, "sha256">) => evidenceKey(scope.organisationId, file.sha256);

/** Enters a file whose bytes lie where `placeInStore` says: at a place of the questionnaire, which moves the progress along, or for the report on a finding. */
export async function handInFile(tx: Tx, scope: Scope, supervisionId: string, question: string, file: ReceivedFile): Promise<{ ok: true; id: string } | { ok: false; reason: FileRefusal }> {
  await takeTurn(tx, supervisionId);
  const findingId = findingOfPlace(question);
  if (findingId !== null) {
    const taken = await takesFilesForFinding(tx, scope, supervisionId, findingId);
    return taken.ok ? { ok: true, id: await attachEvidence(tx, scope, { supervisionId, controllerId: taken.controllerId, question, file, storeKey: placeInStore(scope, file) }) } : taken;
  }
  const place = await findPlaceForFile(tx, scope, supervisionId, question);
  if (!place.ok) return place;
  const { request, frozen } = place;
  const was = progressOf(frozen, draftOf(request), request.evidence);
  await beginAnswering(tx, scope, request, was);
  const id = await attachEvidence(tx, scope, { supervisionId, controllerId: request.controllerId, question, file, storeKey: placeInStore(scope, file) });
  await followFiles(tx, request, frozen, question, 1);
  return { ok: true, id };
}

/** Moves the response's progress along when files of a place have come (1) or gone (-1). */
export async function followFiles(tx: Tx, request: Answering, frozen: FrozenQuestionnaire, question: string, more: 1 | -1): Promise<void> {
  const draft = draftOf(request);
  const was = progressOf(frozen, draft, request.evidence);
  const is = progressOf(frozen, draft, { ...request.evidence, [question]: Math.max(0, (request.evidence[question] ?? 0) + more) });
  if (is.answered === was.answered) return;
  await tx.response.updateMany({ where: { supervisionId: request.id }, data: { answered: { increment: is.answered - was.answered } } });
}
