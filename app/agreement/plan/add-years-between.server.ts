import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { settleReason } from "./settle-reason.server.ts";

export type AddedYears = { ok: true } | { ok: false; reason: "role" | "not-found" | "not-fitting" | "reason-needed" };

/** The guide's own example (004:292) in one step: concept 5 every second year, and a written status, concept 3, in the years between. */
export async function addYearsBetween(tx: Tx, scope: Scope, agreementId: string, today: IsoDate, at: Date): Promise<AddedYears> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = planLines(tx, scope);
  const agreement = await register.hold(agreementId);
  if (!agreement) return { ok: false, reason: "not-found" };
  const lines = await register.list(agreementId);
  const five = lines.find(({ kind, concept }) => kind === "primary" && concept === 5);
  if (!five || !agreement.active || lines.some(({ kind, concept }) => kind === "supplement" && concept === 3)) return { ok: false, reason: "not-fitting" };
  const next = five.nextDueOn ?? addMonths(today, 12);
  const between = { kind: "supplement" as const, concept: 3 as const, intervalMonths: 24, nextDueOn: addMonths(next, 12) };
  const cycle = { intervalMonths: 24, nextDueOn: next };
  const after = [...lines.map((line) => (line === five ? { ...line, ...cycle } : line)), { ...between, id: "" }];
  if (!(await settleReason(tx, scope, { id: agreementId, points: agreement.points }, after, "", at))) return { ok: false, reason: "reason-needed" };
  await register.change(five.id, five.version, cycle);
  await register.add({ ...between, agreementId });
  await register.keepNextDue(agreementId);
  const subject = { type: "agreement", id: agreementId };
  await record(tx, scope, { action: "plan.line-changed", subject, detail: { concept: 5, interval: 24, to: next } });
  await record(tx, scope, { action: "plan.line-added", subject, detail: { concept: 3, interval: 24, to: between.nextDueOn } });
  return { ok: true };
}
