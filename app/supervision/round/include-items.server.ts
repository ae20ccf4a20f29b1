import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { rounds } from "./rounds.server.ts";

/** Takes agreements of a round in draft in, or leaves them out; gives how many changed. Null when there is no such round in draft. */
export async function includeItems(tx: Tx, scope: Scope, { roundId, agreementIds, included }: { roundId: string; agreementIds: readonly string[]; included: boolean }): Promise<number | null> {
  if (!mayWork(scope)) forbidden();
  // Whoever starts the round waits, or has been before.
  const [round] = await tx.$queryRaw<{ state: string }[]>`select state from round where id = ${roundId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  if (round?.state !== "draft") return null;
  const { count } = await tx.roundItem.updateMany({ where: { roundId, controllerId: scope.organisationId, agreementId: { in: [...agreementIds] }, included: !included }, data: { included } });
  if (count === 0) return 0;
  await rounds(tx, scope).touch(roundId);
  await record(tx, scope, { action: included ? "round.included" : "round.left-out", subject: { type: "round", id: roundId }, detail: { agreements: count } });
  return count;
}
