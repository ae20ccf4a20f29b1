import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord, fromTo } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** Whether and when the authority was told (GDPR art. 33(1)), or why that is not required. What was decided before stays in the trail; a closed breach is opened again first. */
export function decideAuthority(tx: Tx, scope: Scope, id: string, given: { version: number; decision: "notified" | "not-required"; notifiedAt: Date | null; reason: string }): Promise<ChangedRecord<"closed">> {
  const { version, decision, reason } = given;
  const authorityNotifiedAt = decision === "notified" ? given.notifiedAt : null;
  return changeRecord<"closed">(tx, scope, id, version, (before) => {
    if (before.closedAt !== null) return "closed";
    const was = before.authorityDecision === "" ? null : before.authorityDecision === "notified";
    return {
      data: { authorityDecision: decision, authorityNotifiedAt, authorityReason: reason }, action: "breach.authority-decided",
      detail: fromTo({ notified: [was, decision === "notified"], notifiedAt: [before.authorityNotifiedAt, authorityNotifiedAt], reason: [before.authorityReason, reason] }),
    };
  });
}
