import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import type { AuditFilter } from "./audit-filter.ts";
import { presentEvent } from "./present.ts";
import type { AuditView, SupervisionName } from "./present.ts";

type Reader = Pick<AnyScope, "organisationId">;

/** The organisation's own trail, newest first, and how many entries the filter leaves. */
export async function listAuditEvents(tx: Tx, { organisationId }: Reader, { filter, skip, take }: { filter: AuditFilter; skip: number; take: number }): Promise<{ events: AuditView[]; total: number }> {
  const where = { organisationId, ...(await whereOf(tx, organisationId, filter)) };
  const rows = await tx.auditEvent.findMany({
    where, orderBy: { id: "desc" }, skip, take,
    select: { id: true, at: true, actorId: true, actorName: true, actorOrganisationId: true, action: true, subjectType: true, subjectId: true, supervisionId: true, detail: true },
  });
  const supervisions = await namesOf(tx, rows.flatMap(({ supervisionId }) => supervisionId ?? []));
  return { events: rows.map((row) => presentEvent(row, organisationId, supervisions)), total: await tx.auditEvent.count({ where }) };
}

/** Who and which supervisions the trail can be narrowed to: all members, past ones too, and the newest 200 supervisions. */
export async function listAuditChoices(tx: Tx, { organisationId }: Reader): Promise<{ members: { personId: string; name: string }[]; supervisions: { id: string; title: string; other: string }[] }> {
  const members = await tx.membership.findMany({ where: { organisationId }, select: { personId: true, name: true }, orderBy: { name: "asc" } });
  const rows = await tx.supervision.findMany({
    where: { OR: [{ controllerId: organisationId }, { processorId: organisationId }] }, orderBy: { createdAt: "desc" }, take: 200,
    select: { id: true, title: true, controllerId: true, controllerName: true, processorName: true },
  });
  return { members, supervisions: rows.map((row) => ({ id: row.id, title: row.title, other: row.controllerId === organisationId ? row.processorName : row.controllerName })) };
}

async function whereOf(tx: Tx, organisationId: string, { from, to, actor, actions, supervisionId }: AuditFilter) {
  const [bounds] = await tx.$queryRaw<{ start: Date | null; stop: Date | null }[]>`
    select (${from}::date)::timestamp at time zone 'Europe/Copenhagen' as start, (${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen' as stop`;
  const at = { ...(bounds?.start ? { gte: bounds.start } : {}), ...(bounds?.stop ? { lt: bounds.stop } : {}) };
  const who = {
    anybody: {},
    "other-party": { actorOrganisationId: { not: organisationId } },
    portal: { actorId: null, actorOrganisationId: organisationId },
    member: { actorId: actor.kind === "member" ? actor.personId : null, actorOrganisationId: organisationId },
  }[actor.kind];
  return { ...who, ...(Object.keys(at).length > 0 ? { at } : {}), ...(actions.length > 0 ? { action: { in: [...actions] } } : {}), ...(supervisionId ? { supervisionId } : {}) };
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, SupervisionName>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.supervision.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, title: true, controllerId: true, controllerName: true, processorName: true } });
  return new Map(rows.map((row) => [row.id, row]));
}
