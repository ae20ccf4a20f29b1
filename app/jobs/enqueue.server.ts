import { PgBoss, fromPrisma } from "pg-boss";
import type { Tx } from "#app/db/client.server.ts";
import { QUEUE_SCHEMA } from "./queue-list.ts";
import type { JobPayloads, QueueName } from "./queue-list.ts";

/**
 * Puts a job in its queue within the caller's transaction: rolled back with it, seen by a worker only once it commits. `key` makes it
 * the only one waiting or running with that key (exclusive queues). Returns whether a job was added.
 */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, payload: JobPayloads[Name], key?: string): Promise<boolean> {
  // An object without connection or timer of its own: both its statements run on the caller's connection, so that a full pool cannot block it.
  const sender = new PgBoss({ db: fromPrisma(tx), schema: QUEUE_SCHEMA, migrate: false, supervise: false, schedule: false });
  return (await sender.send(name, payload, key === undefined ? {} : { singletonKey: key })) !== null;
}
