import type { JobPayloads } from "#app/jobs/queue-list.ts";
import { takeInNotice } from "#app/supervision/breach/take-in-notice.server.ts";

/** Does, in the controller's own context, what a notice of a breach calls for there. */
export async function breachNotifiedJob(payload: JobPayloads["breach-notified"]): Promise<void> {
  await takeInNotice(payload);
}
