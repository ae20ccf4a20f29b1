import { checks } from "#app/agreement/check/checks.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";

export type DiscardedCheck = { ok: true; agreementId: string } | { ok: false; reason: "role" | "not-found" | "completed" };

/** Gives up a check that is under way: it is shown no more, and another can be begun. A completed one is evidence and stays. */
export async function discardCheck(tx: Tx, scope: Scope, checkId: string, at: Date): Promise<DiscardedCheck> {
  if (!mayWork(scope)) return { ok: false, reason: "role" };
  const register = checks(tx, scope);
  const check = await register.find(checkId);
  if (!check) return { ok: false, reason: "not-found" };
  if (!(await register.discard(checkId, scope.personName, at))) return { ok: false, reason: "completed" };
  await record(tx, scope, { action: "check.discarded", subject: { type: "check", id: checkId }, detail: { agreementId: check.agreementId, catalogue: check.catalogue } });
  return { ok: true, agreementId: check.agreementId };
}
