import { now } from "#app/config/clock.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";
import { followLimits } from "#app/supervision/breach/follow-limits.server.ts";

/** Judges the breaches under an agreement anew once its limits for notices are others. */
export async function limitsChangedJob(payload: JobPayloads["limits-changed"]): Promise<void> {
  await followLimits(payload, now());
}
