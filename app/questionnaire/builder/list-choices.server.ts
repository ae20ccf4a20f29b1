import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** A questionnaire to choose for times to come: the newest version is asked then. `gone`: archived, so nobody can choose it any more. */
export type OwnChoice = { id: string; title: { da: string; en: string }; number: number; gone: boolean };

/** The controller's own questionnaires that are published, by title; archived ones only where they are `chosen` already. */
export async function listChoices(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">, chosen: readonly (string | null)[] = []): Promise<OwnChoice[]> {
  const kept = chosen.filter(isRowId);
  const rows = await tx.ownQuestionnaire.findMany({
    where: { controllerId, versions: { some: {} }, OR: [{ archivedAt: null }, { id: { in: kept } }] }, orderBy: [{ titleDa: "asc" }, { id: "asc" }],
    select: { id: true, titleDa: true, titleEn: true, archivedAt: true, versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  return rows.map(({ id, titleDa, titleEn, archivedAt, versions }) => ({ id, title: { da: titleDa, en: titleEn || titleDa }, number: versions[0]?.number ?? 0, gone: archivedAt !== null }));
}
