import { randomUUID } from "node:crypto";
import { settings } from "#app/config/settings.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue, enqueueMany } from "#app/jobs/enqueue.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { composeMail } from "./compose-mail.server.ts";
import type { Mail } from "./mail-kinds.ts";
import { isMailAddress, oneLine } from "./one-line.ts";

/**
 * Writes a mail to the outbox and the job that sends it, in the caller's transaction (both are gone if it rolls back). Returns the
 * outbox id, or null when a mail with this dedupeKey is there already. Throws on an address that cannot be one.
 */
export async function queueMail(tx: Tx, scope: Pick<AnyScope, "organisationId">, mail: Mail): Promise<string | null> {
  const row = rowOf(scope.organisationId, mail);
  const { count } = await tx.outbox.createMany({ data: row, skipDuplicates: true });
  if (count === 0) return null;
  await enqueue(tx, "send-mail", { organisationId: scope.organisationId, mailId: row.id }, row.id);
  return row.id;
}

/** Writes many mails at once, each as `queueMail` would; gives how many were written. */
export async function queueMails(tx: Tx, scope: Pick<AnyScope, "organisationId">, mails: readonly Mail[]): Promise<number> {
  const { organisationId } = scope;
  const rows = mails.map((mail) => rowOf(organisationId, mail));
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into outbox (id, organisation_id, supervision_id, kind, dedupe_key, to_email, to_name, language, subject, body, secret_link)
    select id, "organisationId", "supervisionId", kind, "dedupeKey", "toEmail", "toName", language, subject, body, "secretLink" from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(id uuid, "organisationId" uuid, "supervisionId" uuid, kind text, "dedupeKey" text, "toEmail" text, "toName" text, language text, subject text, body text, "secretLink" text)
    on conflict (organisation_id, dedupe_key) do nothing returning id`;
  await enqueueMany(tx, "send-mail", written.map(({ id }) => ({ payload: { organisationId, mailId: id }, key: id })));
  return written.length;
}

function rowOf(organisationId: string, mail: Mail) {
  if (!isMailAddress(mail.to.email)) throw new Error(`a mail of kind ${mail.kind} has no usable address`);
  const { publicUrl } = settings();
  return {
    id: randomUUID(),
    organisationId,
    supervisionId: mail.supervisionId ?? null,
    kind: mail.kind,
    dedupeKey: mail.dedupeKey,
    toEmail: mail.to.email,
    toName: oneLine(mail.to.name, 100),
    language: mail.language,
    ...composeMail(mail, publicUrl),
    secretLink: mail.secretLink === undefined ? "" : ownAddress(mail.secretLink, publicUrl),
  };
}

/** The link as a whole address; it must be one of this portal. */
function ownAddress(link: string, portal: string): string {
  const url = new URL(link, portal);
  if (url.origin !== portal) throw new Error("a mail may only link to this portal");
  return url.href;
}
