import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** Takes the agreement until the transaction ends, so that two who change the findings on it take turns. False where it is not the controller's in context. */
export async function lockAgreement(tx: Tx, scope: Pick<Scope, "organisationId">, agreementId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from agreement where id = ${agreementId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  return rows.length > 0;
}

/** Takes several agreements, in the same order whoever asks. Before a row that points at one is added: two who did that first would wait for one another. */
export async function lockAgreements(tx: Tx, scope: Pick<Scope, "organisationId">, agreementIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`select 1 from agreement where id = any(${[...agreementIds]}::uuid[]) and controller_id = ${scope.organisationId}::uuid order by id for update`;
}
