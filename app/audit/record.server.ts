import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";

/** One change as the trail keeps it. `action` is "<subject>.<what happened>", e.g. "request.sent"; `detail` holds no answer and no secret. */
export interface AuditEntry {
  action: string;
  subject: { type: string; id: string };
  supervisionId?: string | null;
  /** True where both parties are touched: the entry then stands in both trails. */
  shared?: boolean;
  detail?: Record<string, unknown>;
}

/** Appends one entry to the caller's trail, and to the other party's when shared, in the caller's transaction. */
export async function record(tx: Tx, scope: AnyScope, entry: AuditEntry): Promise<void> {
  const { action, subject, supervisionId = null, shared = false, detail = {} } = entry;
  await tx.$executeRaw`select app.record_audit(${scope.personName}, ${action}, ${subject.type}, ${subject.id}, ${supervisionId}::uuid, ${shared}, ${JSON.stringify(detail)}::jsonb)`;
}
