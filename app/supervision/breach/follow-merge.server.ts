import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import type { WholeRecord } from "./as-one.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

/** Brings up to date what two records mean that became one, or are two again: the findings on their agreements, and the assessments under way there. */
export async function followMerge(tx: Tx, scope: Scope, records: readonly Pick<WholeRecord, "agreements" | "registerId">[], now: Date): Promise<void> {
  const agreementIds = [...new Set(records.flatMap(({ agreements }) => agreements.map(({ agreementId }) => agreementId)))].sort();
  for (const agreementId of agreementIds) await syncLateNotices(tx, scope, agreementId, now);
  // A record without an agreement is held against the answers under every agreement with its processor.
  const registerIds = [...new Set(records.map(({ registerId }) => registerId))];
  const assessing = await tx.supervision.findMany({ where: { controllerId: scope.organisationId, state: "assessing", agreement: { processorId: { in: registerIds } } }, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of assessing) await refreshCase(tx, scope, id);
}
