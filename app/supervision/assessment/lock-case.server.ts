import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/**
 * Takes the case until the transaction ends. Whoever changes what a conclusion rests on (decisions, findings, clarifications) takes it
 * first, and before any other row: nothing is slipped in while a DPO concludes, and nobody waits for one another in a circle.
 */
export async function lockCase(tx: Tx, supervisionId: string): Promise<void> {
  await tx.$queryRaw`select 1 from supervision_case where supervision_id = ${supervisionId}::uuid for update`;
}

/** Takes every case at a processor of the register that is handed in and not concluded, in one order, and gives their ids. */
export async function lockCasesAt(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, registerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.supervision_id as id from supervision_case c join supervision s on s.id = c.supervision_id join agreement a on a.id = s.agreement_id and a.controller_id = s.controller_id
    where s.controller_id = ${organisationId}::uuid and a.processor_id = ${registerId}::uuid and s.state in ('submitted', 'assessing') order by c.supervision_id for update of c`;
  return rows.map(({ id }) => id);
}
