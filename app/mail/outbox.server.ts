import { record } from "#app/audit/record.server.ts";
import { settings } from "#app/config/settings.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { SECRET_LINK } from "./compose-mail.server.ts";
import { shownState } from "./mail-state.ts";
import type { MailState, StoredState } from "./mail-state.ts";
import { presentLine, presentMail } from "./present.ts";
import type { MailLine, MailView } from "./present.ts";

const line = { id: true, toEmail: true, toName: true, subject: true, state: true, lastError: true, createdAt: true, sentAt: true } as const;

/** Whether mail leaves this portal at all; without a mail server it is only kept and shown. */
export function canSendMail(): boolean {
  return settings().mail.smtpUrl !== null;
}

/** The organisation's mail, newest first. */
export function outbox({ organisationId }: Pick<AnyScope, "organisationId">, tx: Tx) {
  return {
    async list(wish: { state: StoredState | null; query: string; skip: number; take: number }): Promise<{ mails: MailLine[]; total: number }> {
      const contains = { contains: wish.query, mode: "insensitive" } as const;
      const where = {
        organisationId,
        ...(wish.state ? { state: wish.state } : {}),
        ...(wish.query ? { OR: [{ toEmail: contains }, { toName: contains }, { subject: contains }] } : {}),
      };
      const rows = await tx.outbox.findMany({ where, select: line, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: wish.skip, take: wish.take });
      return { mails: rows.map(presentLine), total: await tx.outbox.count({ where }) };
    },
    async find(id: string): Promise<MailView | null> {
      if (!isRowId(id)) return null;
      const row = await tx.outbox.findFirst({ where: { id, organisationId }, select: { ...line, attempts: true, supervisionId: true, language: true, body: true, secretLink: true } });
      return row && presentMail(row, { showLink: !canSendMail(), portal: settings().publicUrl, placeholder: SECRET_LINK });
    },
    /** What has become of the mails of one supervision, newest first: a request whose mail was refused is shown as such. */
    async deliveries(supervisionId: string): Promise<{ kind: string; to: string; state: MailState; at: string }[]> {
      const rows = await tx.outbox.findMany({ where: { organisationId, supervisionId }, select: { ...line, kind: true }, orderBy: { createdAt: "desc" }, take: 50 });
      return rows.map((row) => ({ kind: row.kind, to: row.toEmail, state: shownState(row.state, row.lastError), at: (row.sentAt ?? row.createdAt).toISOString() }));
    },
  };
}

/** Has a mail tried again at once, on a person's wish; false when it is not there, sent already, or there is no mail server. */
export async function retryMail(tx: Tx, scope: AnyScope, id: string): Promise<boolean> {
  if (!canSendMail()) return false;
  const { count } = await tx.outbox.updateMany({ where: { id, organisationId: scope.organisationId, state: { not: "sent" } }, data: { state: "waiting" } });
  if (count === 0) return false;
  await record(tx, scope, { action: "mail.retried", subject: { type: "mail", id } });
  // Beside the job that may be waiting for its hour.
  await enqueue(tx, "send-mail", { organisationId: scope.organisationId, mailId: id }, `${id} at once`);
  return true;
}
