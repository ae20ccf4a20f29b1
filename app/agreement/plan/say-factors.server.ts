import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { plans } from "./plans.server.ts";
import type { PlanFactor } from "./plans.server.ts";

export type SaidFactors = { ok: true } | { ok: false; reason: "role" | "not-found" | "conflict" };

/** Keeps which factors apply to an agreement, and why. The advice follows; the plan itself is changed by people only. */
export async function sayFactors(tx: Tx, scope: Scope, { agreementId, version, factors }: { agreementId: string; version: number; factors: PlanFactor[] }, at: Date): Promise<SaidFactors> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await planLines(tx, scope).hold(agreementId))) return { ok: false, reason: "not-found" };
  const { reason } = await plans(tx, scope).find(agreementId);
  if (!(await plans(tx, scope).change(agreementId, version, { factors, reason }, scope, at))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "plan.factors-said", subject: { type: "agreement", id: agreementId }, detail: { factors: factors.map(({ code }) => code) } });
  return { ok: true };
}
