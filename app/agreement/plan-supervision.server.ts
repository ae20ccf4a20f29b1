import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { mayWrite } from "./may.ts";
import { planLines } from "./plan/plan-lines.server.ts";

export type PlannedSupervision = { ok: true } | { ok: false; reason: "role" | "not-found" | "no-concept" };

/** Sets the day the cycle's next supervision is due; null for only on events. Unchanged is no change, and leaves no entry. */
export async function planSupervision(tx: Tx, scope: Scope, id: string, nextDueOn: IsoDate | null): Promise<PlannedSupervision> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(id);
  if (!agreement) return { ok: false, reason: "not-found" };
  if (agreement.concept === null) return { ok: false, reason: "no-concept" };
  const lines = planLines(tx, scope);
  const primary = (await lines.list(id)).find(({ kind }) => kind === "primary");
  if (!primary) return { ok: false, reason: "no-concept" };
  if (primary.nextDueOn === nextDueOn) return { ok: true };
  await lines.change(primary.id, primary.version, { nextDueOn, reason: "" });
  await lines.keepNextDue(id);
  await record(tx, scope, { action: "agreement.planned", subject: { type: "agreement", id }, detail: { from: primary.nextDueOn, to: nextDueOn } });
  return { ok: true };
}
