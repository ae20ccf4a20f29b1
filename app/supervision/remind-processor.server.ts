import { dayOrNull } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits, isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { isMailAddress } from "#app/mail/one-line.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { callIn } from "./call-in.server.ts";
import { mayWork } from "./may.ts";
import { takeSentRequest } from "./sent-request.server.ts";

/** `to` names another recipient from here on; left out, the one the request was sent to is reminded. */
export type RemindInput = { supervisionId: string; at: Date; to?: { name: string; email: string } };
export type RemindResult = { ok: true; by: "mail" | "invitation" } | { ok: false; reason: "not-found" | "not-waiting" | "no-email" };

/** Reminds the recipient by hand, at most once a minute; a processor without an organisation here gets a new invitation instead. */
export async function remindProcessor(tx: Tx, scope: Scope, { supervisionId, at, to }: RemindInput): Promise<RemindResult> {
  if (!mayWork(scope)) forbidden();
  if (to && !isMailAddress(to.email)) return { ok: false, reason: "no-email" };
  const found = await takeSentRequest(tx, scope, supervisionId);
  if (!found) return { ok: false, reason: "not-found" };
  if (awaits(found.state) !== "processor") return { ok: false, reason: "not-waiting" };
  const { registerId, language } = found;
  const recipient = to ?? found.to;
  if (to) await tx.request.update({ where: { supervisionId }, data: { recipientName: to.name, recipientEmail: to.email, version: { increment: 1 } } });
  const kind = isOverdue(found.state, dayOrNull(found.dueOn), copenhagenDate(at)) ? "reminder-after" : "reminder-before";
  const key = `hand-${at.toISOString().slice(0, 16)}-${recipient.email}`;
  const by = await callIn(tx, scope, { kind: to ? "request-sent" : kind, key, supervision: found, registerId, to: recipient, language, at });
  // The second click of a minute writes no mail, and so no entry.
  if (by === "told") return { ok: true, by: "mail" };
  await record(tx, scope, { action: "request.reminded", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { by, to: recipient.email } });
  return { ok: true, by };
}
