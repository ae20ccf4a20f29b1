import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { tellOfLimits } from "./tell-of-limits.server.ts";

/** Removes a limit from an agreement; its row stays as removed. "gone" when it is not there any more. */
export async function removeLimit(tx: Tx, scope: Scope, agreementId: string, limitId: string, at: Date): Promise<{ ok: true } | { ok: false; reason: "role" | "gone" }> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const before = await limits(tx, scope).find(agreementId, limitId);
  if (!before || !(await limits(tx, scope).remove(agreementId, limitId, at))) return { ok: false, reason: "gone" };
  const { kind, value, unit, source } = before;
  await record(tx, scope, { action: "limit.removed", subject: { type: "agreement", id: agreementId }, detail: { limit: kind, value, unit, source } });
  await tellOfLimits(tx, scope, agreementId, [before]);
  return { ok: true };
}
