import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { LimitSet } from "#app/domain/limits/clause-sets.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { missingOf } from "./grouped-limits.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { tellOfLimits } from "./tell-of-limits.server.ts";

/** Fills in what a set of limits brings and the agreement does not have; how many were added. */
export async function fillLimits(tx: Tx, scope: Scope, agreementId: string, set: LimitSet, at: Date): Promise<{ ok: true; count: number } | { ok: false; reason: "role" | "not-found" }> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = agreements(tx, scope);
  const found = await register.find(agreementId);
  if (!found) return { ok: false, reason: "not-found" };
  // Held until the end, so that two clicks do not fill in twice.
  await register.hold(agreementId, { scoreId: found.scoreId }, at);
  const missing = missingOf(await limits(tx, scope).list(agreementId), set);
  if (missing.length === 0) return { ok: true, count: 0 };
  await limits(tx, scope).add(agreementId, missing);
  await record(tx, scope, { action: "limit.filled-in", subject: { type: "agreement", id: agreementId }, detail: { limitSet: set, limits: missing.length } });
  await tellOfLimits(tx, scope, agreementId, missing);
  return { ok: true, count: missing.length };
}
