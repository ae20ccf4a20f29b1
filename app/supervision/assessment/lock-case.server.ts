import type { Tx } from "#app/db/client.server.ts";

/**
 * Takes the case until the transaction ends. Whoever changes what a conclusion rests on (decisions, findings, clarifications) takes it
 * first, and before any other row: nothing is slipped in while a DPO concludes, and nobody waits for one another in a circle.
 */
export async function lockCase(tx: Tx, supervisionId: string): Promise<void> {
  await tx.$queryRaw`select 1 from supervision_case where supervision_id = ${supervisionId}::uuid for update`;
}
