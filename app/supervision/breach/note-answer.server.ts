import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";

export type AnswerNoted = { ok: true } | { ok: false; reason: "not-found" | "answered" };

/** Writes down what the processor answered to an inquiry, and when; what is written down is not written over. */
export async function noteAnswer(tx: Tx, scope: Scope, recordId: string, { inquiryId, answer, answeredAt }: { inquiryId: string; answer: string; answeredAt: Date }): Promise<AnswerNoted> {
  if (!mayWork(scope)) forbidden();
  const place = { id: inquiryId, controllerId: scope.organisationId, OR: [{ recordId }, { record: { sameAsId: recordId } }] };
  const found = isRowId(inquiryId) && isRowId(recordId) ? await tx.breachInquiry.findFirst({ where: place, select: { number: true, record: { select: { title: true } } } }) : null;
  if (!found) return { ok: false, reason: "not-found" };
  const { count } = await tx.breachInquiry.updateMany({ where: { ...place, answeredAt: null }, data: { answer, answeredAt, answeredByName: scope.personName } });
  if (count === 0) return { ok: false, reason: "answered" };
  await record(tx, scope, { action: "breach.answered", subject: { type: "breach", id: recordId }, detail: { title: found.record.title, number: found.number, inquiry: inquiryId, answeredAt: answeredAt.toISOString() } });
  return { ok: true };
}
