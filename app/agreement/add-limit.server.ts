import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { tellOfLimits } from "./tell-of-limits.server.ts";

/** Adds a limit to an agreement. */
export async function addLimit(tx: Tx, scope: Scope, agreementId: string, limit: Limit): Promise<{ ok: true } | { ok: false; reason: "role" | "not-found" }> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await agreements(tx, scope).find(agreementId))) return { ok: false, reason: "not-found" };
  await limits(tx, scope).add(agreementId, [limit]);
  const { kind, value, unit, source } = limit;
  await record(tx, scope, { action: "limit.added", subject: { type: "agreement", id: agreementId }, detail: { limit: kind, value, unit, source } });
  await tellOfLimits(tx, scope, agreementId, [limit]);
  return { ok: true };
}
