import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { lockAgreements } from "../finding/lock-agreement.server.ts";
import type { WholeRecord } from "./as-one.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

/** The records that became one or are two again, and the cases at their processor, which are held already (lockCasesAt). */
export type Followed = { records: readonly Pick<WholeRecord, "agreements">[]; caseIds: readonly string[]; now: Date };

/**
 * Brings up to date what two records mean that became one, or are two again: the findings on their agreements, and the assessments under way.
 * A record without an agreement is held against the answers under every agreement with its processor.
 */
export async function followMerge(tx: Tx, scope: Scope, { records, caseIds, now }: Followed): Promise<void> {
  const agreementIds = [...new Set(records.flatMap(({ agreements }) => agreements.map(({ agreementId }) => agreementId)))];
  await lockAgreements(tx, scope, agreementIds);
  for (const agreementId of agreementIds) await syncLateNotices(tx, scope, agreementId, now);
  for (const id of caseIds) await refreshCase(tx, scope, id);
}
