import { dayOrNull } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits, isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { callIn } from "./call-in.server.ts";
import { mayWork } from "./may.ts";
import { takeSentRequest } from "./sent-request.server.ts";

export type RemindResult = { ok: true; by: "mail" | "invitation" } | { ok: false; reason: "not-found" | "not-waiting" };

/** Reminds the recipient by hand, at most once a minute; a processor without an organisation here gets a new invitation instead. */
export async function remindProcessor(tx: Tx, scope: Scope, supervisionId: string, at: Date): Promise<RemindResult> {
  if (!mayWork(scope)) forbidden();
  const found = await takeSentRequest(tx, scope, supervisionId);
  if (!found) return { ok: false, reason: "not-found" };
  if (awaits(found.state) !== "processor") return { ok: false, reason: "not-waiting" };
  const { registerId, to, language } = found;
  const kind = isOverdue(found.state, dayOrNull(found.dueOn), copenhagenDate(at)) ? "reminder-after" : "reminder-before";
  const by = await callIn(tx, scope, { kind, key: `hand-${at.toISOString().slice(0, 16)}`, supervision: found, registerId, to, language, at });
  await record(tx, scope, { action: "request.reminded", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { by } });
  return { ok: true, by };
}
