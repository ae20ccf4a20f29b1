import { randomUUID } from "node:crypto";
import { settings } from "#app/config/settings.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { composeMail } from "./compose-mail.server.ts";
import type { Mail } from "./mail-kinds.ts";
import { isMailAddress, oneLine } from "./one-line.ts";

/**
 * Writes a mail to the outbox and the job that sends it, in the caller's transaction (both are gone if it rolls back). Returns the
 * outbox id, or null when a mail with this dedupeKey is there already. Throws on an address that cannot be one.
 */
export async function queueMail(tx: Tx, scope: Pick<AnyScope, "organisationId">, mail: Mail): Promise<string | null> {
  if (!isMailAddress(mail.to.email)) throw new Error(`a mail of kind ${mail.kind} has no usable address`);
  const { publicUrl } = settings();
  const { subject, body } = composeMail(mail, publicUrl);
  const id = randomUUID();
  const { count } = await tx.outbox.createMany({
    data: {
      id,
      organisationId: scope.organisationId,
      supervisionId: mail.supervisionId ?? null,
      kind: mail.kind,
      dedupeKey: mail.dedupeKey,
      toEmail: mail.to.email,
      toName: oneLine(mail.to.name, 100),
      language: mail.language,
      subject,
      body,
      secretLink: mail.secretLink === undefined ? "" : ownAddress(mail.secretLink, publicUrl),
    },
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await enqueue(tx, "send-mail", { organisationId: scope.organisationId, mailId: id }, id);
  return id;
}

/** The link as a whole address; it must be one of this portal. */
function ownAddress(link: string, portal: string): string {
  const url = new URL(link, portal);
  if (url.origin !== portal) throw new Error("a mail may only link to this portal");
  return url.href;
}
