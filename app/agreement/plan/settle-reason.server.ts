import type { Tx } from "#app/db/client.server.ts";
import { checkInterval } from "#app/domain/frequency/check-interval.ts";
import type { PlanLine } from "#app/domain/frequency/plan-line.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { plans } from "./plans.server.ts";

/**
 * Holds a plan as it is to be against the advice before it is written: where it departs, a reason is kept with it (the one given, else the one
 * that stands); where it does not, none is. False: a reason is needed.
 */
export async function settleReason(tx: Tx, scope: Scope, { id, points }: { id: string; points: number | null }, lines: readonly PlanLine[], given: string, at: Date): Promise<boolean> {
  if (points === null) return true;
  const plan = await plans(tx, scope).find(id);
  const { deviates } = checkInterval(lines, { points, factors: plan.factors.map(({ code }) => code) });
  const reason = deviates ? given.trim() || plan.reason : "";
  if (deviates && reason === "") return false;
  if (reason !== plan.reason) await plans(tx, scope).change(id, plan.version, { factors: plan.factors, reason }, scope, at);
  return true;
}
