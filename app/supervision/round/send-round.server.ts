import type { Tx } from "#app/db/client.server.ts";
import { continuedScope, jobScope } from "#app/tenancy/scope.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { rounds } from "./rounds.server.ts";
import { sendBatch } from "./send-batch.server.ts";

/**
 * The worker's part of a round: sends it batch by batch in the name of the one who started it, until nothing of it waits. Each batch is one
 * transaction, and what is sent is marked in it: whoever takes a dead worker's round up goes on where that one was.
 */
export async function sendRound({ organisationId, roundId }: { organisationId: string; roundId: string }, clock: () => Date): Promise<void> {
  const sender = await withTenant(jobScope(organisationId, "controller"), (tx) => findSender(tx, organisationId, roundId), { readOnly: true });
  if (!sender) return;
  const { scope, email } = sender;
  while ((await withTenant(scope, (tx) => sendBatch(tx, scope, { roundId, email, at: clock() }))) === "more");
}

async function findSender(tx: Tx, organisationId: string, roundId: string): Promise<{ scope: Scope; email: string } | null> {
  const round = await rounds(tx, { organisationId }).find(roundId);
  if (round?.state !== "sending" || round.startedById === null) return null;
  const { name } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  const member = await tx.membership.findFirst({ where: { organisationId, personId: round.startedById }, select: { email: true } });
  return { scope: continuedScope({ id: organisationId, name }, "controller", { id: round.startedById, name: round.startedByName }), email: member?.email ?? "" };
}
