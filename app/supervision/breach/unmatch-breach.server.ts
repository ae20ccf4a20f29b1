import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { loadCase } from "../assessment/load-case.server.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { mayWork } from "../may.ts";
import type { MatchResult } from "./match-breach.server.ts";

/** Takes a match back; what was entered in the register from the answer stays there. */
export async function unmatchBreach(tx: Tx, scope: Scope, { supervisionId, recordId }: { supervisionId: string; recordId: string }): Promise<MatchResult> {
  if (!mayWork(scope)) forbidden();
  const found = await loadCase(tx, supervisionId, { lock: true });
  if (!found || found.controllerId !== scope.organisationId) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  const { count } = await tx.breachRecordAgreement.updateMany({
    where: { controllerId: scope.organisationId, supervisionId, record: { OR: [{ id: recordId }, { sameAsId: recordId }] } }, data: { supervisionId: null, disclosedRef: "" },
  });
  if (count === 0) return { ok: false, reason: "breach-gone" };
  await tx.breachRecord.updateMany({ where: { id: recordId, controllerId: scope.organisationId }, data: { version: { increment: 1 } } });
  await record(tx, scope, { action: "breach.unmatched", subject: { type: "breach", id: recordId }, supervisionId });
  await refreshCase(tx, scope, supervisionId);
  return { ok: true };
}
