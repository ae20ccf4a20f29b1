import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { settleReason } from "./settle-reason.server.ts";

export type RemovedLine = { ok: true } | { ok: false; reason: "role" | "not-found" | "conflict" | "reason-needed" | "cycle" };

/** Takes a supplement or an extra supervision out of the plan; the cycle stays. An extra one goes with a reason only: something called for it. */
export async function removeLine(tx: Tx, scope: Scope, { agreementId, lineId, version, reason }: { agreementId: string; lineId: string; version: number; reason: string }, at: Date): Promise<RemovedLine> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = planLines(tx, scope);
  const agreement = await register.hold(agreementId);
  const lines = agreement ? await register.list(agreementId) : [];
  const line = lines.find(({ id }) => id === lineId);
  if (!agreement || !line) return { ok: false, reason: "not-found" };
  if (line.kind === "primary") return { ok: false, reason: "cycle" };
  if (line.version !== version) return { ok: false, reason: "conflict" };
  if (line.kind === "extra" && reason.trim() === "") return { ok: false, reason: "reason-needed" };
  if (!(await settleReason(tx, scope, { id: agreementId, points: agreement.points }, lines.filter((one) => one !== line), reason, at))) return { ok: false, reason: "reason-needed" };
  await register.remove(lineId, version);
  await register.keepNextDue(agreementId);
  await record(tx, scope, { action: "plan.line-removed", subject: { type: "agreement", id: agreementId }, detail: { concept: line.concept, from: line.nextDueOn, reason: reason.trim() } });
  return { ok: true };
}
