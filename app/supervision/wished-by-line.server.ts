import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { besideLine } from "#app/domain/frequency/due-together.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { listOwnVersions } from "./own-versions.server.ts";

export type WishedByLine = { concept: Concept; supplements: Concept[]; ownVersionId: string | null };

/** What a line of the plan asks for when a supervision is opened from it: its concept, the supplements that are due by its day too, and the questionnaire chosen for concept 6 in its newest version. Null: no such line of the agreement. */
export async function wishedByLine(tx: Tx, scope: Scope, { agreementId, planLineId, today }: { agreementId: string; planLineId: string; today: IsoDate }): Promise<WishedByLine | null> {
  const lines = await planLines(tx, scope).list(agreementId);
  const line = lines.find(({ id }) => id === planLineId);
  if (!line) return null;
  const beside = line.kind === "extra" ? [] : besideLine(lines, line, line.nextDueOn !== null && line.nextDueOn > today ? line.nextDueOn : today);
  const own = [line, ...beside].find(({ concept }) => concept === 6)?.ownQuestionnaireId ?? null;
  const version = own === null ? undefined : (await listOwnVersions(tx, [own])).get(own);
  return { concept: line.concept, supplements: beside.map(({ concept }) => concept), ownVersionId: version?.versionId ?? null };
}
