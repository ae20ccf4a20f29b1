import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isTold } from "./told-events.ts";
import type { ToldAction } from "./told-events.ts";

/** One thing that happened, from the organisation's own trail. `words` are what the entry itself says: a reason, a file name, a date. */
export type EventView = { id: string; at: string; by: string; ours: boolean; action: ToldAction; words: Record<string, string> };

/** What happened in one supervision as its story, newest first; single answers and readings are left to the audit page. */
export async function listEvents(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string): Promise<EventView[]> {
  const rows = await tx.auditEvent.findMany({
    where: { organisationId: scope.organisationId, supervisionId, action: { notIn: ["answer.saved"] } },
    orderBy: { id: "desc" }, take: 200,
    select: { id: true, at: true, actorName: true, actorOrganisationId: true, action: true, detail: true },
  });
  return rows.flatMap(({ id, at, actorName, actorOrganisationId, action, detail }) =>
    isTold(action) ? [{ id: String(id), at: at.toISOString(), by: actorName, ours: actorOrganisationId === scope.organisationId, action, words: wordsOf(detail) }] : []);
}

function wordsOf(detail: unknown): Record<string, string> {
  const entries = typeof detail === "object" && detail !== null ? Object.entries(detail) : [];
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [])));
}
