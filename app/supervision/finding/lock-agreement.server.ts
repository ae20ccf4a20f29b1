import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** Takes the agreement until the transaction ends, so that two who change the findings on it take turns. False where it is not the controller's in context. */
export async function lockAgreement(tx: Tx, scope: Pick<Scope, "organisationId">, agreementId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from agreement where id = ${agreementId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  return rows.length > 0;
}
