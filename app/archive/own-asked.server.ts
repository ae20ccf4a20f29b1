import type { Tx } from "#app/db/client.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import type { Published } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { hasPart } from "#app/questionnaire/parts.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";

/** The published version of the controller's own questionnaire that a request asked, with who published it; null where the portal's own were asked. */
export async function findOwnAsked(tx: Tx, { facts: { frozen }, caseFile }: Pick<Case, "facts" | "caseFile">): Promise<Published | null> {
  // Older requests do not name it themselves; the case they were opened as does.
  const versionId = frozen.own?.versionId ?? (hasPart(frozen, 6) ? caseFile.ownVersionId : null);
  return versionId === null ? null : findPublishedQuestionnaire(tx, versionId);
}
