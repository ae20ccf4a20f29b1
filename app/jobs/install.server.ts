import pg from "pg";
import { PgBoss } from "pg-boss";
import { KEEP_DONE_SECONDS, KEEP_WAITING_SECONDS, QUEUE_SCHEMA, queues } from "./queue-list.ts";
import type { QueueName } from "./queue-list.ts";

const RUNTIME_ROLE = "portal_runtime";
/** One installer at a time; the queue's own lock does not cover our grants. */
const INSTALL_LOCK = 7_281_900_413;

/** Makes or brings up to date the queue's tables, its queues and their clock, as the owner, after the migrations; safe to repeat. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [INSTALL_LOCK]);
    await installQueues(ownerUrl);
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE};
      grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE};
      grant execute on all functions in schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE};`);
  } finally {
    await client.end();
  }
}

async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, max: 2, supervise: false, schedule: false });
  const failed: unknown[] = [];
  boss.on("error", (error) => failed.push(error));
  try {
    await boss.start();
    for (const [name, { policy, cron, keepWaitingSeconds = KEEP_WAITING_SECONDS, ...rule }] of Object.entries(queues) as [QueueName, (typeof queues)[QueueName]][]) {
      const options = { ...rule, retryBackoff: true, retentionSeconds: keepWaitingSeconds, deleteAfterSeconds: KEEP_DONE_SECONDS };
      await boss.createQueue(name, { ...options, policy });
      await boss.updateQueue(name, options);
      if (cron) await boss.schedule(name, cron, {}, { tz: "Europe/Copenhagen" });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failed.length > 0) throw failed[0];
}
