import { z } from "zod";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { parseFrozen } from "../schema.ts";
import type { FrozenQuestionnaire } from "../types.ts";
import type { Draft } from "./draft.ts";
import { parseDraft } from "./draft-schema.ts";

/** A published version of an organisation's own questionnaire; `draft` is what it was written as. */
export type Published = { versionId: string; questionnaireId: string; number: number; hash: string; questionnaire: FrozenQuestionnaire; draft: Draft; note: string; publishedByName: string; publishedAt: Date };
/** What a choice among published questionnaires shows: the newest version of each. */
export type PublishedChoice = { versionId: string; questionnaireId: string; number: number; titleDa: string; titleEn: string; questions: number; minutes: number; publishedAt: Date };

const content = z.object({ questionnaire: z.unknown(), draft: z.unknown() });

/** What is stored as a version's content. Throws when it is not a questionnaire: versions are written by `publishQuestionnaire` alone. */
export function readContent(json: unknown): { questionnaire: FrozenQuestionnaire; draft: Draft } {
  const { questionnaire, draft } = content.parse(json);
  const parsed = parseDraft(draft);
  if (!parsed) throw new Error("A published questionnaire without its draft");
  return { questionnaire: parseFrozen(questionnaire), draft: parsed };
}

/** A published version of the caller's own organisation, or null. The walls keep other organisations' out. */
export async function findPublishedQuestionnaire(tx: Tx, versionId: string): Promise<Published | null> {
  if (!isRowId(versionId)) return null;
  const row = await tx.ownQuestionnaireVersion.findFirst({
    where: { id: versionId }, select: { id: true, questionnaireId: true, number: true, hash: true, content: true, note: true, publishedByName: true, publishedAt: true },
  });
  if (!row) return null;
  const { id, content: json, ...rest } = row;
  return { versionId: id, ...rest, ...readContent(json) };
}

/** The questionnaire of a published version as requests ask it: with which version of which questionnaire it is. */
export function asAsked({ versionId, questionnaireId, number, hash: sha256, publishedAt, questionnaire }: Published): FrozenQuestionnaire {
  return { ...questionnaire, own: { questionnaireId, versionId, number, sha256, title: questionnaire.survey.title, publishedAt: publishedAt.toISOString() } };
}

/** The newest published version of each questionnaire that is not archived, by title. */
export async function listPublishedQuestionnaires(tx: Tx): Promise<PublishedChoice[]> {
  const newest = await tx.ownQuestionnaireVersion.findMany({
    where: { questionnaire: { archivedAt: null } }, distinct: ["questionnaireId"], orderBy: [{ questionnaireId: "asc" }, { number: "desc" }],
    select: { id: true, questionnaireId: true, number: true, content: true, publishedAt: true },
  });
  const choices = newest.map(({ id, questionnaireId, number, content: json, publishedAt }): PublishedChoice => {
    const { questionnaire, draft } = readContent(json);
    const questions = draft.pages.reduce((sum, page) => sum + page.questions.length, 0);
    return { versionId: id, questionnaireId, number, titleDa: questionnaire.survey.title.da, titleEn: questionnaire.survey.title.en, questions, minutes: questionnaire.minutes, publishedAt };
  });
  return choices.toSorted((a, b) => a.titleDa.localeCompare(b.titleDa, "da"));
}
