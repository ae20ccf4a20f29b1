import { db } from "#app/db/client.server.ts";
import { compareDates } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { reminderDates } from "#app/domain/time/reminder-dates.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { isLanguage } from "#app/text/language.ts";
import { queueMail } from "./queue-mail.server.ts";

type Waiting = { organisation_id: string; supervision_id: string; sent_on: IsoDate; due_on: IsoDate; today: IsoDate };

/**
 * Reminds the recipients of requests without an answer, by the plan of domain/time/reminder-dates: one mail for each planned day, however
 * often this runs. After a standstill only the latest day that has passed is made up for. `today` is the database's; returns mails written.
 */
export async function sendReminders(): Promise<number> {
  const waiting = await db().$queryRaw<Waiting[]>`select organisation_id, supervision_id, sent_on::text, due_on::text, today::text from app.reminders_waiting()`;
  let written = 0;
  const failures: unknown[] = [];
  for (const one of waiting) {
    const day = reminderDates(one.sent_on, one.due_on).filter(({ on }) => compareDates(on, one.today) <= 0).at(-1)?.on;
    if (day === undefined) continue;
    try {
      if (await remind(one, day)) written += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails does not keep the others from theirs.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waiting.length} reminders failed`);
  return written;
}

/** Reads again in the controller's own context: what is answered or withdrawn meanwhile is not reminded of. */
async function remind({ organisation_id: organisationId, supervision_id: supervisionId, today }: Waiting, day: IsoDate): Promise<boolean> {
  return withTenant(jobScope(organisationId, "controller"), async (tx) => {
    const supervision = await tx.supervision.findFirst({
      where: { id: supervisionId, controllerId: organisationId, state: { in: ["sent", "answering", "returned"] } },
      select: { title: true, controllerName: true, processorName: true, dueOn: true, request: { select: { recipientEmail: true, recipientName: true, language: true } } },
    });
    const request = supervision?.request;
    if (!supervision?.dueOn || !request?.recipientEmail) return false;
    const due = supervision.dueOn.toISOString().slice(0, 10);
    const id = await queueMail(tx, { organisationId }, {
      kind: compareDates(today, due) > 0 ? "reminder-after" : "reminder-before",
      dedupeKey: `reminder:${supervisionId}:${day}`,
      to: { email: request.recipientEmail, name: request.recipientName },
      language: isLanguage(request.language) ? request.language : "da",
      values: { controller: supervision.controllerName, processor: supervision.processorName, title: supervision.title, due },
      supervisionId,
    });
    return id !== null;
  });
}
