import type { Tx } from "#app/db/client.server.ts";
import { raiseLateNotice } from "#app/domain/breach/raise-late-notice.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { syncAgreementFindings } from "../finding/sync-agreement-findings.server.ts";
import { limitsOf } from "./as-one.ts";
import { breachRecords } from "./breach-records.server.ts";
import { nameOfBreach } from "./name-of-breach.ts";
import { clocksOf } from "./record-clocks.ts";

/** Brings the findings on notices that came too late up to what the register of an agreement says now, each held against that agreement's own limits. */
export async function syncLateNotices(tx: Tx, scope: AnyScope, agreementId: string, now: Date): Promise<void> {
  const records = await breachRecords(tx, scope).listOf(agreementId);
  await syncAgreementFindings(tx, scope, agreementId, "BREACH-LATE", records.flatMap((one) => raiseLateNotice(nameOfBreach(one), clocksOf(one, limitsOf(one, agreementId), now))));
}
