import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { dayOrNull } from "./calendar-day.ts";
import { mayWrite } from "./may.ts";

export type PlannedSupervision = { ok: true } | { ok: false; reason: "role" | "not-found" | "no-concept" };

/** Sets the day the next supervision is due; null for only on events. Unchanged is no change, and leaves no entry. */
export async function planSupervision(tx: Tx, scope: Scope, id: string, nextDueOn: IsoDate | null, at: Date): Promise<PlannedSupervision> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(id);
  if (!agreement) return { ok: false, reason: "not-found" };
  if (agreement.concept === null) return { ok: false, reason: "no-concept" };
  const before = dayOrNull(agreement.nextDueOn);
  if (before === nextDueOn) return { ok: true };
  await agreements(tx, scope).plan(id, nextDueOn, at);
  await record(tx, scope, { action: "agreement.planned", subject: { type: "agreement", id }, detail: { from: before, to: nextDueOn } });
  return { ok: true };
}
