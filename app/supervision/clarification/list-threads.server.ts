import type { Tx } from "#app/db/client.server.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { presentThreads } from "./present.ts";
import type { ThreadView } from "./present.ts";

/** The threads of one supervision as the organisation in context reads them; empty where there are none or it takes no part. */
export async function listThreads(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, language: Language): Promise<ThreadView[]> {
  const threads = await tx.clarification.findMany({ where: { supervisionId }, include: { messages: { orderBy: { createdAt: "asc" } } } });
  if (threads.length === 0) return [];
  const { questionnaire } = await tx.request.findUniqueOrThrow({ where: { supervisionId }, select: { questionnaire: true } });
  return presentThreads(threads, questionTitles(questionnaire as unknown as FrozenQuestionnaire, language), scope.organisationId);
}

/** The title of each question and place for evidence, by name. */
export function questionTitles(frozen: FrozenQuestionnaire, language: Language): Map<string, string> {
  return new Map(presentQuestionnaire(frozen, language).pages.flatMap(({ items }) => items.map(({ name, title }) => [name, title] as const)));
}
