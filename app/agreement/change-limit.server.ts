import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { tellOfLimits } from "./tell-of-limits.server.ts";

/** Puts another limit in the place of one; "gone" when a colleague changed or removed it meanwhile, or it never was there. */
export async function changeLimit(tx: Tx, scope: Scope, agreementId: string, limitId: string, limit: Limit, at: Date): Promise<{ ok: true } | { ok: false; reason: "role" | "gone" }> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const before = await limits(tx, scope).find(agreementId, limitId);
  if (!before || !(await limits(tx, scope).remove(agreementId, limitId, at))) return { ok: false, reason: "gone" };
  await limits(tx, scope).add(agreementId, [limit]);
  const said = ({ value, unit, source }: Limit) => ({ value, unit, source });
  await record(tx, scope, { action: "limit.changed", subject: { type: "agreement", id: agreementId }, detail: { limit: limit.kind, before: said(before), after: said(limit) } });
  await tellOfLimits(tx, scope, agreementId, [before, limit]);
  return { ok: true };
}
