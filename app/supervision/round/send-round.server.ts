import { record } from "#app/audit/record.server.ts";
import { listColleagues } from "#app/mail/list-colleagues.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { continuedScope, jobScope } from "#app/tenancy/scope.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { rounds } from "./rounds.server.ts";
import { sendBatch } from "./send-batch.server.ts";

/**
 * The worker's part of a round: sends it batch by batch in the name of the one who started it, until nothing of it waits. Each batch is one
 * transaction, and what is sent is marked in it: whoever takes a dead worker's round up goes on where that one was. Nothing goes out in the name of
 * somebody who has left, or works with supervisions no more: the round is stopped then, and says why.
 */
export async function sendRound({ organisationId, roundId }: { organisationId: string; roundId: string }, clock: () => Date): Promise<void> {
  for (;;) {
    const sender = await withTenant(jobScope(organisationId, "controller"), (tx) => findSender(tx, { organisationId, roundId, at: clock() }));
    if (!sender) return;
    const { scope, email } = sender;
    if ((await withTenant(scope, (tx) => sendBatch(tx, scope, { roundId, email, at: clock() }))) === "done") return;
  }
}

/** Whoever started the round and may still send it; null when it is not being sent, or was stopped because that person is gone. */
async function findSender(tx: Tx, { organisationId, roundId, at }: { organisationId: string; roundId: string; at: Date }): Promise<{ scope: Scope; email: string } | null> {
  const job = jobScope(organisationId, "controller");
  const round = await rounds(tx, job).find(roundId);
  if (round?.state !== "sending" || round.startedById === null) return null;
  const member = (await listColleagues(tx, organisationId)).find(({ personId }) => personId === round.startedById);
  if (!member) {
    if (await rounds(tx, job).move(roundId, ["sending"], "cancelled", { finishedAt: at, stoppedFor: "sender-gone" })) {
      const { waiting } = await rounds(tx, job).counts(roundId);
      await record(tx, job, { action: "round.cancelled", subject: { type: "round", id: roundId }, detail: { agreements: waiting, reason: "sender-gone", sender: round.startedByName } });
    }
    return null;
  }
  const { name } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  return { scope: continuedScope({ id: organisationId, name }, "controller", { id: round.startedById, name: round.startedByName }), email: member.email };
}
