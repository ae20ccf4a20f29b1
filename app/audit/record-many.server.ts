import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import type { AuditEntry } from "./record.server.ts";

/** Appends many entries to the trail at once, each as `record` would, in the order given. */
export async function recordMany(tx: Tx, scope: AnyScope, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ action, subject, supervisionId = null, shared = false, detail = {} }) =>
    ({ action, subject_type: subject.type, subject_id: subject.id, supervision_id: supervisionId, shared, detail }));
  await tx.$executeRaw`select app.record_audits(${scope.personName}, ${JSON.stringify(rows)}::jsonb)`;
}
