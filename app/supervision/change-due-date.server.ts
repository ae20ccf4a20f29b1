import { columnOf, dayOrNull } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { callIn } from "./call-in.server.ts";
import { isDueDate } from "./due-date.ts";
import { mayWork } from "./may.ts";
import { takeSentRequest } from "./sent-request.server.ts";

export type DueDateChange = { supervisionId: string; dueOn: IsoDate; reason: string; at: Date };
export type DueDateResult = { ok: true } | { ok: false; reason: "not-found" | "not-waiting" | "due-date" | "needs-reason" };

/** Gives the processor another due date, with a reason that stands in both trails. */
export async function changeDueDate(tx: Tx, scope: Scope, { supervisionId, dueOn, reason, at }: DueDateChange): Promise<DueDateResult> {
  if (!mayWork(scope)) forbidden();
  if (!isDueDate(dueOn, copenhagenDate(at))) return { ok: false, reason: "due-date" };
  if (reason.trim() === "") return { ok: false, reason: "needs-reason" };
  const found = await takeSentRequest(tx, scope, supervisionId);
  if (!found) return { ok: false, reason: "not-found" };
  if (awaits(found.state) !== "processor") return { ok: false, reason: "not-waiting" };
  const from = dayOrNull(found.dueOn);
  if (from === dueOn) return { ok: true };
  await tx.supervision.update({ where: { id: supervisionId, state: found.state }, data: { dueOn: columnOf(dueOn), version: { increment: 1 } } });
  await record(tx, scope, {
    action: "request.due-changed", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { from, to: dueOn, reason: reason.trim() },
  });
  const { registerId, to, language } = found;
  if (found.processorId !== null) await callIn(tx, scope, { kind: "due-changed", key: `${dueOn}-${found.version}`, supervision: { ...found, dueOn: columnOf(dueOn) }, registerId, to, language, at });
  return { ok: true };
}
