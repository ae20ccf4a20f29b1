import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { reviews } from "./reviews.server.ts";

export type RecordedReview = { ok: true } | { ok: false; reason: "role" | "note-needed" | "done" };

/** Records that all processors were gone through: who they are, and who is due (004:83). Once a year; what was recorded stays. */
export async function recordReview(tx: Tx, scope: Scope, { doneOn, note }: { doneOn: IsoDate; note: string }, at: Date): Promise<RecordedReview> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (note.trim() === "") return { ok: false, reason: "note-needed" };
  const register = reviews(tx, scope);
  const year = Number(doneOn.slice(0, 4));
  const counts = await register.toReview();
  if (!(await register.add({ year, doneOn, note: note.trim(), ...counts }, scope, at))) return { ok: false, reason: "done" };
  await record(tx, scope, { action: "review.done", subject: { type: "organisation", id: scope.organisationId }, detail: { year, ...counts } });
  return { ok: true };
}
