import type { Tx } from "#app/db/client.server.ts";

/**
 * Signing, and files coming or going, take turns on one request: of two signatories the second finds the first one's submission, no file
 * slips in beside what is signed, and progress counts each place once. Not by a row: a colleague who saves an answer at the same moment
 * holds the supervision and wants the response, and the two would wait for each other.
 */
export async function takeTurn(tx: Tx, supervisionId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`request ${supervisionId}`}, 0))`;
}
