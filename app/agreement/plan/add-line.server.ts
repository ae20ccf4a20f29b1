import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { settleReason } from "./settle-reason.server.ts";

/** A supplement: never concept 1, which asks nothing. */
export type NewSupplement = { agreementId: string; concept: Exclude<Concept, 1>; intervalMonths: number; nextDueOn: IsoDate; reason: string };
export type AddedLine = { ok: true; id: string } | { ok: false; reason: "role" | "not-found" | "no-cycle" | "reason-needed" };

/** Adds a supplement beside the concept that carries the cycle, with its own interval and phase; any concept may supplement (004:292). */
export async function addLine(tx: Tx, scope: Scope, { agreementId, concept, intervalMonths, nextDueOn, reason }: NewSupplement, at: Date): Promise<AddedLine> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = planLines(tx, scope);
  const agreement = await register.hold(agreementId);
  if (!agreement) return { ok: false, reason: "not-found" };
  const lines = await register.list(agreementId);
  if (!agreement.active || !lines.some(({ kind }) => kind === "primary")) return { ok: false, reason: "no-cycle" };
  const line = { kind: "supplement" as const, concept, intervalMonths, nextDueOn };
  if (!(await settleReason(tx, scope, { id: agreementId, points: agreement.points }, [...lines, { ...line, id: "" }], reason, at))) return { ok: false, reason: "reason-needed" };
  const { id } = await register.add({ ...line, agreementId });
  await register.keepNextDue(agreementId);
  await record(tx, scope, { action: "plan.line-added", subject: { type: "agreement", id: agreementId }, detail: { concept, interval: intervalMonths, to: nextDueOn } });
  return { ok: true, id };
}
