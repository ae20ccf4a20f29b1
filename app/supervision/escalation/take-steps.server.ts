import { record } from "#app/audit/record.server.ts";
import { db } from "#app/db/client.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { nextEscalation } from "#app/domain/lifecycle/escalation.ts";
import type { PlannedStep } from "#app/domain/lifecycle/escalation.ts";
import { addDays, daysBetween } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { isMailAddress } from "#app/mail/one-line.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import type { JobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { isLanguage } from "#app/text/language.ts";
import { readFacts } from "./ladders.server.ts";

type Waiting = { organisation_id: string; supervision_id: string; today: IsoDate };
type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>>;

/**
 * Takes the step of the escalation ladder that is due today on each silent processor, however often this runs. A reminder that has gone
 * after the due date is the first step; a higher concept is only proposed. `today` is the database's; returns steps taken.
 */
export async function takeSteps(): Promise<number> {
  const waiting = await db().$queryRaw<Waiting[]>`select organisation_id, supervision_id, today::text from app.escalations_waiting()`;
  let taken = 0;
  const failures: unknown[] = [];
  for (const { organisation_id: organisationId, supervision_id: supervisionId, today } of waiting) {
    const scope = jobScope(organisationId, "controller");
    try {
      if (await withTenant(scope, (tx) => takeStep(tx, scope, supervisionId, today))) taken += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails does not keep the others from theirs.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waiting.length} escalations failed`);
  return taken;
}

/** Reads again in the controller's own context, the supervision held: what is answered or withdrawn meanwhile is not escalated. */
async function takeStep(tx: Tx, scope: JobScope, supervisionId: string, today: IsoDate): Promise<boolean> {
  await tx.$queryRaw`select 1 from supervision where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const facts = await readFacts(tx, supervisionId);
  const next = facts && nextEscalation(facts, today);
  if (!facts?.dueOn || !next) return false;
  const overdueDays = daysBetween(facts.dueOn, today);
  const told = await tell(tx, scope, supervisionId, facts, next);
  await tx.escalation.create({
    data: {
      supervisionId, controllerId: scope.organisationId, step: next.step, state: next.step === "step-up" ? "proposed" : "done", dueOn: new Date(facts.dueOn), overdueDays, told,
      ...(next.toConcept === null ? {} : { fromConcept: facts.concept, toConcept: next.toConcept }),
    },
  });
  const of = { subject: { type: "supervision", id: supervisionId }, supervisionId };
  if (next.step === "reminder") await record(tx, scope, { ...of, action: "escalation.reminded", shared: true, detail: { overdueDays, told } });
  else if (next.step === "manager") await record(tx, scope, { ...of, action: "escalation.manager-told", shared: true, detail: { overdueDays, told } });
  // What the controller considers is its own matter until it is decided.
  else await record(tx, scope, { ...of, action: "escalation.step-up-proposed", detail: { overdueDays, fromConcept: facts.concept, toConcept: next.toConcept } });
  return true;
}

/** Writes the mail of a step, unless its reminder has gone already; gives to whom. */
async function tell(tx: Tx, scope: JobScope, supervisionId: string, facts: Facts, { step }: PlannedStep): Promise<string> {
  if (step === "step-up" || facts.dueOn === null) return "";
  const { controllerName: controller, processorName: processor, title, dueOn: due, request, manager } = facts;
  const language = isLanguage(request.language) ? request.language : "da";
  const values = { controller, processor, title, due };
  if (step === "manager") {
    if (!isMailAddress(manager.email)) return "";
    await queueMail(tx, scope, { kind: "escalation-manager", dedupeKey: `escalation:${supervisionId}:manager:${due}`, to: manager, language, supervisionId, values: { ...values, contact: request.recipientName || request.recipientEmail } });
    return manager.email;
  }
  const [gone] = await tx.$queryRaw<{ to_email: string }[]>`
    select to_email from outbox where supervision_id = ${supervisionId}::uuid and kind = 'reminder-after' and created_at >= (${addDays(due, 1)}::date)::timestamp at time zone 'Europe/Copenhagen' order by created_at limit 1`;
  if (gone) return gone.to_email;
  if (!isMailAddress(request.recipientEmail)) return "";
  // The key of the plan's own reminder of that day (mail/send-reminders): whichever comes first, it is written once.
  await queueMail(tx, scope, { kind: "reminder-after", dedupeKey: `reminder:${supervisionId}:${addDays(due, 1)}`, to: { name: request.recipientName, email: request.recipientEmail }, language, supervisionId, values });
  return request.recipientEmail;
}
