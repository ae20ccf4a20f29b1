import type { Tx } from "#app/db/client.server.ts";
import { asAsked, findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";

export type OwnVersion = { versionId: string; questionnaire: FrozenQuestionnaire };

/** The newest published version of each of the controller's own questionnaires named; those without one, or archived, are left out. */
export async function listOwnVersions(tx: Tx, questionnaireIds: readonly string[]): Promise<Map<string, OwnVersion>> {
  if (questionnaireIds.length === 0) return new Map();
  const newest = await tx.ownQuestionnaireVersion.findMany({
    where: { questionnaireId: { in: [...new Set(questionnaireIds)] }, questionnaire: { archivedAt: null } }, distinct: ["questionnaireId"], orderBy: [{ questionnaireId: "asc" }, { number: "desc" }],
    select: { id: true, questionnaireId: true },
  });
  const found = new Map<string, OwnVersion>();
  for (const { id, questionnaireId } of newest) {
    const published = await findPublishedQuestionnaire(tx, id);
    if (published) found.set(questionnaireId, { versionId: id, questionnaire: asAsked(published) });
  }
  return found;
}
