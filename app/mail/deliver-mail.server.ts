import { settings } from "#app/config/settings.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { SECRET_LINK } from "./compose-mail.server.ts";
import { htmlBody } from "./html-body.ts";
import { oneLine } from "./one-line.ts";
import { MailRefused, sendMail } from "./smtp.server.ts";

type Row = {
  id: string; to_email: string; to_name: string; language: Language; subject: string; body: string; secret_link: string;
  state: string; busy: boolean; old: boolean;
};
type Taken = { mail: Row } | "nothing" | "kept" | "busy";

/** What became of it; "nothing" when it was sent before, or is not there. */
export type Delivery = "sent" | "kept" | "failed" | "nothing";

/**
 * Sends one mail of the outbox. At least once: a crash between the server's yes and our note of it sends it again, with the same
 * Message-ID. Without a mail server it is only kept. Throws when it should be tried again later: refused for now, or another attempt under way.
 */
export async function deliverMail({ organisationId, mailId }: { organisationId: string; mailId: string }): Promise<Delivery> {
  const { publicUrl, mail: { smtpUrl, from } } = settings();
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => withTenant(jobScope(organisationId, "controller"), work);

  const taken = await inTenant((tx) => take(tx, mailId, smtpUrl !== null));
  if (taken === "busy") throw new MailRefused("another attempt is under way", false, null);
  if (typeof taken === "string" || smtpUrl === null) return typeof taken === "string" ? taken : "kept";
  const { mail } = taken;
  const text = mail.body.replaceAll(SECRET_LINK, () => mail.secret_link);
  try {
    await sendMail(smtpUrl, {
      messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
      from,
      to: { name: mail.to_name, address: mail.to_email },
      subject: mail.subject,
      text,
      html: htmlBody(mail.subject, text, mail.language, publicUrl),
    });
  } catch (error) {
    const failed = error instanceof MailRefused && (error.permanent || mail.old);
    const lastError = oneLine(error instanceof Error ? error.message : String(error), 300);
    await inTenant((tx) => tx.outbox.updateMany({ where: { id: mailId, state: "waiting" }, data: { state: failed ? "failed" : "waiting", lastError, attemptStartedAt: null } }));
    if (failed) return "failed";
    throw error;
  }
  await inTenant((tx) => tx.$executeRaw`update outbox set state = 'sent', sent_at = now(), secret_link = '', last_error = '', attempt_started_at = null where id = ${mailId}::uuid`);
  return "sent";
}

/** Marks the mail as being tried, so that no second worker takes it; an attempt older than 30 s died with its worker (smtp.server.ts). */
async function take(tx: Tx, mailId: string, canSend: boolean): Promise<Taken> {
  const [mail] = await tx.$queryRaw<Row[]>`
    select id, to_email, to_name, language, subject, body, secret_link, state,
      coalesce(attempt_started_at > now() - interval '30 seconds', false) as busy, created_at < now() - interval '5 days' as old
    from outbox where id = ${mailId}::uuid for update skip locked`;
  if (!mail) return (await tx.outbox.count({ where: { id: mailId } })) === 0 ? "nothing" : "busy";
  if (mail.state !== "waiting") return "nothing";
  if (!canSend) {
    await tx.outbox.update({ where: { id: mailId }, data: { state: "kept" }, select: { id: true } });
    return "kept";
  }
  if (mail.busy) return "busy";
  await tx.$executeRaw`update outbox set attempts = attempts + 1, attempt_started_at = now() where id = ${mailId}::uuid`;
  return { mail };
}
