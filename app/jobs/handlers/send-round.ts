import { now } from "#app/config/clock.server.ts";
import { log } from "#app/config/log.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";
import { sendRound } from "#app/supervision/round/send-round.server.ts";

/** Opens and sends the supervisions of one round. */
export async function sendRoundJob(payload: JobPayloads["send-round"]): Promise<void> {
  await sendRound(payload, now);
  log("info", "round", payload);
}
