import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { lockAgreement } from "./lock-agreement.server.ts";
import { storeFindings } from "./store-findings.server.ts";

/**
 * Brings the findings that one rule has raised on an agreement itself (not on a supervision of it) up to its facts now: the same facts are
 * the same findings, what is gone clears, what returns opens again. They are the controller's own matter: the processor never sees them.
 * False where the agreement is not the controller's in context.
 */
export async function syncAgreementFindings(tx: Tx, scope: AnyScope, agreementId: string, rule: string, raised: readonly RaisedFinding[]): Promise<boolean> {
  // A job acts for the portal itself.
  if (scope.personId !== null && !mayWork(scope)) throw forbidden();
  if (raised.some((one) => one.rule !== rule)) throw new Error(`A finding of another rule than ${rule}`);
  if (!(await lockAgreement(tx, scope, agreementId))) return false;
  const stored = await tx.finding.findMany({
    where: { agreementId, supervisionId: null, rule, controllerId: scope.organisationId }, orderBy: [{ raisedAt: "asc" }, { id: "asc" }], include: { decisions: { orderBy: { decidedAt: "asc" } } },
  });
  await storeFindings(tx, scope, { supervisionId: null, agreementId, controllerId: scope.organisationId, processorId: null }, stored, raised, null);
  return true;
}
