import { record } from "#app/audit/record.server.ts";
import { db } from "#app/db/client.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { compareDates } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { listColleagues } from "#app/mail/list-colleagues.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { dposOf, whoToTell } from "#app/mail/who-to-tell.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import type { JobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { ACCEPTANCE_ENDED } from "./rule-reasons.ts";

type Waiting = { organisation_id: string; finding_id: string; state: string; due_on: IsoDate | null; accepted_until: IsoDate | null; today: IsoDate };
export type Reminded = { written: number; reopened: number };

/** Whom a decision is ascribed to that no person made. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Reminds of measures that are due within a week or late, and of accepted risks that end within a month; an acceptance that has ended opens
 * its finding again. Once for each date, however often this runs; `today` is the database's.
 */
export async function remindOfFindings(): Promise<Reminded> {
  const waiting = await db().$queryRaw<Waiting[]>`select organisation_id, finding_id, state, due_on::text, accepted_until::text, today::text from app.findings_waiting()`;
  const done: Reminded = { written: 0, reopened: 0 };
  const failures: unknown[] = [];
  for (const one of waiting) {
    const scope = jobScope(one.organisation_id, "controller");
    try {
      const { written, reopened } = await withTenant(scope, (tx) => (one.state === "agreed" ? remindOfMeasure(tx, one) : remindOfRisk(tx, scope, one)));
      done.written += written;
      done.reopened += reopened;
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails does not keep the others from theirs.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waiting.length} findings failed`);
  return done;
}

/** The finding as it stands now in its controller's own context; null where it has moved on meanwhile. */
async function findStanding(tx: Tx, { finding_id: id, state }: Waiting) {
  return tx.finding.findFirst({
    where: { id, state },
    select: {
      id: true, ownerName: true, releasedAt: true, supervisionId: true,
      agreement: { select: { title: true, processor: { select: { name: true } } } },
      supervision: { select: { title: true, controllerName: true, processorName: true, request: { select: { recipientEmail: true, recipientName: true, language: true } }, caseFile: { select: { openedById: true } } } },
    },
  });
}

type Standing = NonNullable<Awaited<ReturnType<typeof findStanding>>>;
const aboutOf = ({ supervision, agreement }: Standing) => ({ title: supervision?.title ?? agreement.title, processor: supervision?.processorName ?? agreement.processor.name });

async function remindOfMeasure(tx: Tx, one: Waiting): Promise<Reminded> {
  const found = await findStanding(tx, one);
  if (!found || one.due_on === null) return { written: 0, reopened: 0 };
  const { organisation_id: organisationId, due_on: due, today } = one;
  const { id: findingId, supervisionId, supervision, ownerName: owner } = found;
  const late = compareDates(today, due) > 0;
  const key = (to: string) => `measure:${findingId}:${due}:${late ? "late" : "due"}:${to}`;
  let written = 0;
  const { request } = supervision ?? {};
  if (supervision && request?.recipientEmail && found.releasedAt) {
    const values = { ...aboutOf(found), controller: supervision.controllerName, due };
    const to = { email: request.recipientEmail, name: request.recipientName };
    const id = await queueMail(tx, { organisationId }, { kind: late ? "measure-late" : "measure-due", dedupeKey: key("processor"), to, language: request.language === "en" ? "en" : "da", supervisionId, findingId, values });
    if (id !== null) written += 1;
  }
  const reachable = await listColleagues(tx, organisationId);
  // An owner of the controller's own house is told; for one at the processor the one who has the case.
  const owners = reachable.filter(({ name }) => name.toLowerCase() === owner.trim().toLowerCase());
  for (const to of owners.length > 0 ? owners : whoToTell(reachable, supervision?.caseFile?.openedById ?? null)) {
    const values = { ...aboutOf(found), owner, due };
    const id = await queueMail(tx, { organisationId }, { kind: late ? "own-measure-late" : "own-measure-due", dedupeKey: key(to.personId), to, language: to.language, supervisionId, findingId, values });
    if (id !== null) written += 1;
  }
  return { written, reopened: 0 };
}

async function remindOfRisk(tx: Tx, scope: JobScope, one: Waiting): Promise<Reminded> {
  const { organisation_id: organisationId, accepted_until: until, today } = one;
  const found = until === null ? null : await findStanding(tx, one);
  if (!found || until === null) return { written: 0, reopened: 0 };
  const ended = compareDates(until, today) < 0;
  if (ended && !(await openAgain(tx, scope, found, until))) return { written: 0, reopened: 0 };
  let written = 0;
  for (const to of dposOf(await listColleagues(tx, organisationId))) {
    const mail = { dedupeKey: `risk:${found.id}:${until}:${ended ? "ended" : "ends"}:${to.personId}`, to, language: to.language, supervisionId: found.supervisionId, findingId: found.id };
    const id = await queueMail(tx, { organisationId }, { ...mail, kind: ended ? "risk-expired" : "risk-expiring", values: { ...aboutOf(found), due: until } });
    if (id !== null) written += 1;
  }
  return { written, reopened: ended ? 1 : 0 };
}

/** Opens a finding whose acceptance has ended, with a decision that says so; false where somebody has decided on it meanwhile. */
async function openAgain(tx: Tx, scope: JobScope, { id, supervisionId }: Standing, until: IsoDate): Promise<boolean> {
  if (supervisionId) await lockCase(tx, supervisionId);
  const opened = await tx.$executeRaw`update finding set state = 'open', accepted_until = null, closed_at = null, version = version + 1
    where id = ${id}::uuid and state = 'risk-accepted' and accepted_until = ${until}::date`;
  if (opened === 0) return false;
  await tx.findingDecision.create({ data: { findingId: id, controllerId: scope.organisationId, fromState: "risk-accepted", toState: "open", reason: ACCEPTANCE_ENDED, decidedById: NOBODY, decidedByName: scope.personName } });
  await record(tx, scope, { action: "finding.acceptance-ended", subject: { type: "finding", id }, supervisionId, detail: { dueOn: until } });
  return true;
}
