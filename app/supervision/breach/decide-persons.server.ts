import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** Whether the risk to the persons is high, and when they were informed (GDPR art. 34). */
export function decidePersons(tx: Tx, scope: Scope, id: string, given: { version: number; highRisk: boolean; informedAt: Date | null; reason: string }): Promise<ChangedRecord> {
  const { version, highRisk, informedAt, reason } = given;
  return changeRecord(tx, scope, id, version, {
    data: { highRisk, personsInformedAt: informedAt, personsReason: reason }, action: "breach.persons-decided", detail: { highRisk, informed: informedAt !== null, reason },
  });
}
