import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { rounds } from "./rounds.server.ts";

export type CancelRoundResult = { ok: true; notSent: number } | { ok: false; reason: "not-found" | "too-late" };

/** Ends a round before it is through: what is sent stays sent, the rest is not sent any more. Waits for the few that are on their way. */
export async function cancelRound(tx: Tx, scope: Scope, { roundId, at }: { roundId: string; at: Date }): Promise<CancelRoundResult> {
  if (!mayWork(scope)) forbidden();
  const mine = rounds(tx, scope);
  if (!(await mine.move(roundId, ["draft", "sending"], "cancelled", { finishedAt: at }))) {
    return { ok: false, reason: (await mine.find(roundId)) ? "too-late" : "not-found" };
  }
  const { waiting } = await mine.counts(roundId);
  await record(tx, scope, { action: "round.cancelled", subject: { type: "round", id: roundId }, detail: { agreements: waiting } });
  return { ok: true, notSent: waiting };
}
