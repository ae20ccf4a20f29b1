import type { JobPayloads } from "#app/jobs/queue-list.ts";
import { tellCaseworkers } from "#app/mail/tell-caseworkers.server.ts";

/** Writes, in the controller's own context, the mail that says the processor has submitted or answered. */
export async function notifyControllerJob(payload: JobPayloads["notify-controller"]): Promise<void> {
  await tellCaseworkers(payload);
}
