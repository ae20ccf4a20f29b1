import type { Tx } from "#app/db/client.server.ts";
import { instantOf } from "#app/domain/time/copenhagen-time.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { breachContent } from "./breach-content.ts";

/** A breach the processor notified the asking controller of: its own words of the newest notice, and when it first told. */
export type NotifiedReminder = { id: string; title: string; awareAt: string | null; notifiedAt: string };

/** What the processor in context has notified the controller of a request of, in the time the request asks about, oldest first. */
export async function remindOfNotified(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string): Promise<NotifiedReminder[]> {
  const request = await tx.supervision.findFirst({ where: { id: supervisionId, processorId: scope.organisationId }, select: { controllerId: true, periodFrom: true } });
  if (!request) return [];
  const from = request.periodFrom && instantOf(`${request.periodFrom.toISOString().slice(0, 10)}T00:00`);
  const first = await tx.breachNotice.findMany({
    where: { processorId: scope.organisationId, controllerId: request.controllerId, number: 1, ...(from ? { sentAt: { gte: from } } : {}) }, orderBy: [{ sentAt: "asc" }, { id: "asc" }], select: { breachId: true, sentAt: true },
  });
  const newest = await tx.breachNotice.findMany({
    where: { processorId: scope.organisationId, controllerId: request.controllerId, breachId: { in: first.map(({ breachId }) => breachId) } }, orderBy: { number: "desc" }, distinct: ["breachId"], select: { breachId: true, content: true },
  });
  const said = new Map(newest.map(({ breachId, content }) => [breachId, breachContent.parse(content)]));
  return first.map(({ breachId, sentAt }) => ({ id: breachId, title: said.get(breachId)?.title ?? "", awareAt: said.get(breachId)?.awareAt ?? null, notifiedAt: sentAt.toISOString() }));
}
