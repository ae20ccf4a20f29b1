import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isMailAddress } from "#app/mail/one-line.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { mayWork } from "../may.ts";
import { breachRecords } from "./breach-records.server.ts";
import { changeRecord } from "./change-record.server.ts";
import { keyOfInquiry } from "./key-of-inquiry.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

export type AskResult = { ok: true } | { ok: false; reason: "not-found" | "conflict" | "no-address" };
export type AskInput = { version: number; language: Language; askerEmail: string; now: Date };

/**
 * Asks the processor's contact about a breach by mail (Datatilsynet 2021, concept 1: K1-2): what happened, what became of the data, what help
 * there is. What was sent is kept with the record, word by word. The processor knows of the breach from now on, if it did not before.
 */
export async function askProcessor(tx: Tx, scope: Scope, id: string, { version, language, askerEmail, now }: AskInput): Promise<AskResult> {
  if (!mayWork(scope)) forbidden();
  const found = await breachRecords(tx, scope).find(id);
  if (!found) return { ok: false, reason: "not-found" };
  const { contactEmail: email, contactName: name, name: processor } = found.processor;
  if (!isMailAddress(email)) return { ok: false, reason: "no-address" };
  const number = (await tx.breachInquiry.count({ where: { recordId: id, controllerId: scope.organisationId } })) + 1;
  const done = await changeRecord(tx, scope, id, version, { data: {}, action: "breach.asked", detail: { to: email, number } });
  if (!done.ok) return done;
  const mailId = await queueMail(tx, scope, {
    kind: "breach-asked", dedupeKey: keyOfInquiry(id, number), to: { email, name }, language,
    values: { controller: scope.organisationName, processor, title: found.title, asker: scope.personName, email: askerEmail },
  });
  if (mailId === null) return { ok: false, reason: "conflict" };
  const { body } = await tx.outbox.findUniqueOrThrow({ where: { id: mailId }, select: { body: true } });
  await tx.breachInquiry.create({ data: { recordId: id, controllerId: scope.organisationId, number, body, toEmail: email, toName: name, sentById: scope.personId, sentByName: scope.personName, sentAt: now } });
  for (const { agreementId } of found.agreements) await syncLateNotices(tx, scope, agreementId, now);
  return { ok: true };
}
