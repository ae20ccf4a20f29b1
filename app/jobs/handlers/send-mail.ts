import { log } from "#app/config/log.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";
import { deliverMail } from "#app/mail/deliver-mail.server.ts";

/** Sends one mail of the outbox; a refusal for now throws, and the queue tries again later. */
export async function sendMailJob(payload: JobPayloads["send-mail"]): Promise<void> {
  const delivery = await deliverMail(payload);
  log(delivery === "failed" ? "warn" : "info", "mail", { mailId: payload.mailId, organisationId: payload.organisationId, delivery });
}
