import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { planLines } from "./plan-lines.server.ts";
import { reassessments } from "./reassessments.server.ts";

export type Dismissed = { ok: true } | { ok: false; reason: "role" | "not-found" | "reason-needed" | "conflict" };

/** Lets the score stand though something changed; a reason is kept. What came to it since it was seen must be seen first. */
export async function dismissReassessment(tx: Tx, scope: Scope, { agreementId, version, reason }: { agreementId: string; version: number; reason: string }, at: Date): Promise<Dismissed> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await planLines(tx, scope).hold(agreementId))) return { ok: false, reason: "not-found" };
  if (reason.trim() === "") return { ok: false, reason: "reason-needed" };
  if (!(await reassessments(tx, scope).close(agreementId, { state: "dismissed", reason: reason.trim(), version }, scope, at))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "reassessment.dismissed", subject: { type: "agreement", id: agreementId }, detail: { reason: reason.trim() } });
  return { ok: true };
}
