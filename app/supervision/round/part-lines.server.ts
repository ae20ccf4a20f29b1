import type { Tx } from "#app/db/client.server.ts";
import { sql } from "#app/db/sql.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { PartLine } from "./planned-part.ts";

/** The lines of the plan of agreement a, extra ones left out, in one column. */
export const partLines = sql`coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'concept', l.concept, 'nextDueOn', l.next_due_on, 'ownQuestionnaireId', l.own_questionnaire_id))
  from plan_line l where l.agreement_id = a.id and l.controller_id = a.controller_id and l.removed_at is null and l.kind <> 'extra'), '[]')`;

/** The same of some agreements, by agreement; those without are left out. */
export async function listPartLines(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, agreementIds: readonly string[]): Promise<Map<string, PartLine[]>> {
  const rows = await tx.$queryRaw<{ id: string; lines: PartLine[] }[]>`
    select a.id, ${partLines} as lines from agreement a where a.controller_id = ${organisationId}::uuid and a.id = any(${[...agreementIds]}::uuid[])`;
  return new Map(rows.map(({ id, lines }) => [id, lines]));
}
