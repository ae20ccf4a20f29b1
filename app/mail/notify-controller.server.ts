import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";

/**
 * Has the controller's caseworkers told that the processor submitted or answered, in the processor's transaction. The processor can see
 * neither names nor addresses over there: the mail is written by a job in the controller's own context. `sourceId` names the fact (id of
 * the submission or message): one mail each.
 */
export async function notifyController(
  tx: Tx,
  fact: { controllerId: string; supervisionId: string; kind: JobPayloads["notify-controller"]["kind"]; sourceId: string },
): Promise<void> {
  const { controllerId, ...rest } = fact;
  await enqueue(tx, "notify-controller", { organisationId: controllerId, ...rest });
}
