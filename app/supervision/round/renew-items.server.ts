import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { pickedAgreements } from "./picked-agreements.server.ts";
import { rounds } from "./rounds.server.ts";

/** Takes what the plans, and the concepts in force, say now for the agreements of a round in draft; gives how many are sent something else. Where nothing is due any more it stays as it was, and is not sent. Null when there is no such round in draft. */
export async function renewItems(tx: Tx, scope: Scope, roundId: string): Promise<number | null> {
  if (!mayWork(scope)) forbidden();
  // Whoever starts the round waits, or has been before.
  await tx.$queryRaw`select 1 from round where id = ${roundId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const round = await rounds(tx, scope).find(roundId);
  if (round?.state !== "draft") return null;
  const count = await pickedAgreements(tx, scope, round.filter).renewIn(roundId);
  if (count === 0) return 0;
  await rounds(tx, scope).touch(roundId);
  await record(tx, scope, { action: "round.renewed", subject: { type: "round", id: roundId }, detail: { agreements: count } });
  return count;
}
