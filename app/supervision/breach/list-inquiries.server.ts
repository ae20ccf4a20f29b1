import type { Tx } from "#app/db/client.server.ts";
import { shownState } from "#app/mail/mail-state.ts";
import type { MailState } from "#app/mail/mail-state.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { keyOfInquiry } from "./key-of-inquiry.ts";

/** What was asked by mail, word by word, what became of the mail, and what was answered. Times are ISO instants. */
export type InquiryView = { id: string; at: string; by: string; to: string; body: string; mail: { id: string; state: MailState } | null; answer: string; answeredAt: string | null; answeredByName: string };

/** What the controller asked the processor about these records, oldest first. */
export async function listInquiries(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, recordIds: readonly string[]): Promise<InquiryView[]> {
  const found = await tx.breachInquiry.findMany({ where: { recordId: { in: [...recordIds] }, controllerId: organisationId }, orderBy: [{ sentAt: "asc" }, { number: "asc" }] });
  if (found.length === 0) return [];
  const mails = await tx.outbox.findMany({ where: { organisationId, dedupeKey: { in: found.map(({ recordId, number }) => keyOfInquiry(recordId, number)) } }, select: { id: true, dedupeKey: true, state: true, lastError: true } });
  const mailOf = new Map(mails.map(({ dedupeKey, id, state, lastError }) => [dedupeKey, { id, state: shownState(state, lastError) }]));
  return found.map(({ id, recordId, number, sentAt, sentByName, toName, toEmail, body, answer, answeredAt, answeredByName }) => ({
    id, at: sentAt.toISOString(), by: sentByName, to: toName === "" ? toEmail : `${toName} (${toEmail})`, body, mail: mailOf.get(keyOfInquiry(recordId, number)) ?? null, answer, answeredAt: answeredAt?.toISOString() ?? null, answeredByName,
  }));
}
