import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** Whether and when the authority was told (GDPR art. 33(1)), or why that is not required. */
export function decideAuthority(tx: Tx, scope: Scope, id: string, given: { version: number; decision: "notified" | "not-required"; notifiedAt: Date | null; reason: string }): Promise<ChangedRecord> {
  const { version, decision, reason } = given;
  const authorityNotifiedAt = decision === "notified" ? given.notifiedAt : null;
  return changeRecord(tx, scope, id, version, {
    data: { authorityDecision: decision, authorityNotifiedAt, authorityReason: reason }, action: "breach.authority-decided", detail: { notified: decision === "notified", reason },
  });
}
