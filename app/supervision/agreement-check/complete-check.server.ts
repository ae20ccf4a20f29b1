import { checks } from "#app/agreement/check/checks.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockAgreement } from "../finding/lock-agreement.server.ts";
import { syncAgreementFindings } from "../finding/sync-agreement-findings.server.ts";
import { mayWork } from "../may.ts";
import { findCheckCatalogue } from "./check-catalogue.server.ts";
import { checkMark } from "./check-mark.server.ts";
import { AGREEMENT_CHECK, raiseMisses } from "./raise-misses.ts";

export type CompletedCheck = { ok: true; misses: number } | { ok: false; reason: "role" | "not-found" | "completed" | "undecided" | "changed" };

/**
 * Completes a check of which every item is decided. Its misses become findings on the agreement; what this or a check against another
 * catalogue still finds stays, what is met now clears by the facts. `seen`: the mark of the verdicts on the screen; "changed" when one is another now.
 */
export async function completeCheck(tx: Tx, scope: Scope, checkId: string, at: Date, seen?: string): Promise<CompletedCheck> {
  if (!mayWork(scope)) return { ok: false, reason: "role" };
  const register = checks(tx, scope);
  const found = await register.find(checkId);
  if (!found || !(await lockAgreement(tx, scope, found.agreementId))) return { ok: false, reason: "not-found" };
  if (!(await register.hold(checkId))) return { ok: false, reason: "completed" };
  const check = (await register.find(checkId)) ?? found;
  const catalogue = await findCheckCatalogue(tx, scope, check);
  if (!catalogue || check.items.length < catalogue.items.length) return { ok: false, reason: "undecided" };
  if (seen !== undefined && seen !== checkMark(check)) return { ok: false, reason: "changed" };
  await register.complete(checkId, scope.personName, at);
  const raised: RaisedFinding[] = [];
  for (const one of await register.standing(check.agreementId)) {
    const of = await findCheckCatalogue(tx, scope, one);
    if (of) raised.push(...raiseMisses(one, of));
  }
  await syncAgreementFindings(tx, scope, check.agreementId, AGREEMENT_CHECK, raised);
  const misses = raiseMisses(check, catalogue).length;
  await record(tx, scope, { action: "check.completed", subject: { type: "check", id: checkId }, detail: { agreementId: check.agreementId, catalogue: check.catalogue, misses } });
  return { ok: true, misses };
}
