import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isDueDate } from "../due-date.ts";
import { mayWork } from "../may.ts";
import { rounds } from "./rounds.server.ts";

export type StartRoundResult = { ok: true; already: boolean } | { ok: false; reason: "not-found" | "cancelled" | "other-version" | "due-date" | "nothing" };

/**
 * Has the worker open and send a round's supervisions, in the name of who asks. Starting what is started changes nothing. `seen`: the version on
 * the sender's screen; "other-version" when words, date, or what is included have changed since.
 */
export async function startRound(tx: Tx, scope: Scope, { roundId, at, seen }: { roundId: string; at: Date; seen?: number }): Promise<StartRoundResult> {
  if (!mayWork(scope)) forbidden();
  const mine = rounds(tx, scope);
  await tx.$queryRaw`select 1 from round where id = ${roundId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const found = await mine.find(roundId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "draft") return found.state === "cancelled" ? { ok: false, reason: "cancelled" } : { ok: true, already: true };
  if (seen !== undefined && seen !== found.version) return { ok: false, reason: "other-version" };
  if (found.dueOn === null || !isDueDate(found.dueOn, copenhagenDate(at))) return { ok: false, reason: "due-date" };
  const { waiting } = await mine.counts(roundId);
  if (waiting === 0) return { ok: false, reason: "nothing" };
  await mine.move(roundId, ["draft"], "sending", { startedAt: at, startedById: scope.personId, startedByName: scope.personName });
  await enqueue(tx, "send-round", { organisationId: scope.organisationId, roundId }, roundId);
  await record(tx, scope, { action: "round.started", subject: { type: "round", id: roundId }, detail: { agreements: waiting, dueOn: found.dueOn } });
  return { ok: true, already: false };
}
