import { now } from "#app/config/clock.server.ts";
import { authorityPeriod } from "#app/domain/breach/authority-period.ts";
import { listColleagues } from "#app/mail/list-colleagues.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { lockAgreements } from "../finding/lock-agreement.server.ts";
import { breachRecords } from "./breach-records.server.ts";
import { followBreach } from "./follow-breach.server.ts";

const HOUR = 3_600_000;

/**
 * What a notice calls for at the controller, in its own context: its caseworkers and DPOs are called in by mail, once each however often
 * this runs, and its agreement is looked at. The record itself is there already. Returns how many mails were written.
 */
export async function takeInNotice({ organisationId, noticeId }: { organisationId: string; noticeId: string }): Promise<number> {
  return withTenant(jobScope(organisationId, "controller"), async (tx) => {
    const notice = await tx.breachNotice.findFirst({ where: { id: noticeId, controllerId: organisationId }, select: { id: true, breachId: true, number: true, processorName: true } });
    const told = notice && (await tx.breachRecord.findFirst({ where: { breachId: notice.breachId, controllerId: organisationId }, select: { id: true, sameAsId: true } }));
    // Where it is of a breach the register has already, it counts there.
    const record = told && (await breachRecords(tx, { organisationId }).find(told.sameAsId ?? told.id));
    if (!notice || !record) return 0;
    await lockAgreements(tx, { organisationId }, record.agreements.map(({ agreementId }) => agreementId));
    for (const { agreementId } of record.agreements) await followBreach(tx, jobScope(organisationId, "controller"), { agreementId, recordId: record.id, title: record.title, now: now() });
    const { name: controller } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
    const processor = notice.processorName;
    const at = new Date(record.awareAt.getTime() + authorityPeriod(record.awareAt).hours * HOUR);
    let written = 0;
    for (const one of await listColleagues(tx, organisationId)) {
      const dedupeKey = `breach:${noticeId}:${one.personId}`;
      const mail = { dedupeKey, to: one, language: one.language, breachId: record.id };
      const id = notice.number === 1 ? await queueMail(tx, { organisationId }, { ...mail, kind: "breach-notified", values: { controller, processor, at } }) : await queueMail(tx, { organisationId }, { ...mail, kind: "breach-updated", values: { controller, processor } });
      if (id !== null) written += 1;
    }
    return written;
  });
}
