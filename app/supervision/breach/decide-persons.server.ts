import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord, fromTo } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** Whether the risk to the persons is high, and when they were informed (GDPR art. 34). What was decided before stays in the trail; a closed breach is opened again first. */
export function decidePersons(tx: Tx, scope: Scope, id: string, given: { version: number; highRisk: boolean; informedAt: Date | null; reason: string }): Promise<ChangedRecord<"closed">> {
  const { version, highRisk, informedAt, reason } = given;
  return changeRecord<"closed">(tx, scope, id, version, (before) => before.closedAt !== null ? "closed" : {
    data: { highRisk, personsInformedAt: informedAt, personsReason: reason }, action: "breach.persons-decided",
    detail: fromTo({ highRisk: [before.highRisk, highRisk], informedAt: [before.personsInformedAt, informedAt], reason: [before.personsReason, reason] }),
  });
}
