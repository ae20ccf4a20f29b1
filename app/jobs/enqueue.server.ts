import { PgBoss, fromPrisma } from "pg-boss";
import type { Tx } from "#app/db/client.server.ts";
import { QUEUE_SCHEMA } from "./queue-list.ts";
import type { JobPayloads, QueueName } from "./queue-list.ts";

/**
 * Puts a job in its queue within the caller's transaction: rolled back with it, seen by a worker only once it commits. `key` makes it
 * the only one waiting or running with that key (exclusive queues). Returns whether a job was added.
 */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, payload: JobPayloads[Name], key?: string): Promise<boolean> {
  return (await senderOn(tx).send(name, payload, key === undefined ? {} : { singletonKey: key })) !== null;
}

/** Puts many jobs in one queue at once, each with its key; those whose key waits or runs already are left out. */
export async function enqueueMany<Name extends QueueName>(tx: Tx, name: Name, jobs: readonly { payload: JobPayloads[Name]; key: string }[]): Promise<void> {
  if (jobs.length > 0) await senderOn(tx).insert(name, jobs.map(({ payload, key }) => ({ data: payload, singletonKey: key })));
}

/** An object without connection or timer of its own: its statements run on the caller's connection, so that a full pool cannot block it. */
function senderOn(tx: Tx): PgBoss {
  return new PgBoss({ db: fromPrisma(tx), schema: QUEUE_SCHEMA, migrate: false, supervise: false, schedule: false });
}
