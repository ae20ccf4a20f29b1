import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { settleReason } from "./settle-reason.server.ts";

/**
 * `reason` is why the plan departs from the advice; it may be left out where it does not, or where one stands. `ownQuestionnaireId`: what is asked
 * under concept 6; null for the portal's own questions, left out where it stays.
 */
export type LineInput = { agreementId: string; lineId: string; version: number; intervalMonths: number | null; nextDueOn: IsoDate | null; reason: string; ownQuestionnaireId?: string | null };
export type ChangedLine = { ok: true } | { ok: false; reason: "role" | "not-found" | "conflict" | "reason-needed" | "no-questionnaire" };

/** Changes the interval, the next day and the questionnaire of a line as it was seen; the agreement's next day follows. */
export async function changeLine(tx: Tx, scope: Scope, { agreementId, lineId, version, intervalMonths, nextDueOn, reason, ownQuestionnaireId }: LineInput, at: Date): Promise<ChangedLine> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = planLines(tx, scope);
  const agreement = await register.hold(agreementId);
  const lines = agreement ? await register.list(agreementId) : [];
  const line = lines.find(({ id }) => id === lineId);
  if (!agreement || !line) return { ok: false, reason: "not-found" };
  if (line.version !== version) return { ok: false, reason: "conflict" };
  const own = line.concept === 6 && ownQuestionnaireId !== undefined ? ownQuestionnaireId : line.ownQuestionnaireId;
  if (own !== null && own !== line.ownQuestionnaireId && !(await register.mayAsk(own))) return { ok: false, reason: "no-questionnaire" };
  const interval = line.kind === "extra" ? null : intervalMonths;
  const after = lines.map((one) => (one === line ? { ...one, intervalMonths: interval, nextDueOn } : one));
  if (!(await settleReason(tx, scope, { id: agreementId, points: agreement.points }, after, reason, at))) return { ok: false, reason: "reason-needed" };
  await register.change(lineId, version, { intervalMonths: interval, nextDueOn, reason: "", ownQuestionnaireId: own });
  await register.keepNextDue(agreementId);
  await record(tx, scope, { action: "plan.line-changed", subject: { type: "agreement", id: agreementId }, detail: { concept: line.concept, interval, from: line.nextDueOn, to: nextDueOn, ...(own === line.ownQuestionnaireId ? {} : { questionnaireId: own }) } });
  return { ok: true };
}
