import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { asAsked, findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { asksBreaches } from "#app/questionnaire/parts.ts";
import type { Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Composition } from "./compose-questionnaire.server.ts";
import { listShownStatements } from "./shown-statements.server.ts";

/** What was wished for when the supervision was opened; `draft` is the questionnaire as it was composed last. */
export type Wishes = { agreementId: string; supplements: readonly Concept[]; ownVersionId: string | null; askBreaches: boolean };

/** Looks up what a request is made of beside the agreement itself. */
export async function gatherComposition(tx: Tx, { agreementId, supplements, ownVersionId, askBreaches }: Wishes, today: IsoDate): Promise<Composition> {
  const shown = (await listShownStatements(tx, [agreementId], today)).get(agreementId) ?? null;
  const own = ownVersionId === null ? null : await findPublishedQuestionnaire(tx, ownVersionId);
  return { supplements, shown, own: own && asAsked(own), askBreaches };
}

/** The wishes of a supervision that is a draft: what is not stored by itself is read off its questionnaire. */
export function wishesOf(draft: { agreementId: string; supplements: number[]; caseFile: { ownVersionId: string | null } | null; request: { questionnaire: unknown } | null }): Wishes {
  const questionnaire = draft.request?.questionnaire as FrozenQuestionnaire | undefined;
  return {
    agreementId: draft.agreementId, supplements: draft.supplements as Concept[], ownVersionId: draft.caseFile?.ownVersionId ?? null,
    askBreaches: questionnaire !== undefined && asksBreaches(questionnaire),
  };
}
