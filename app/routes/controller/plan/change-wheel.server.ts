import { moveLine } from "#app/agreement/plan/move-line.server.ts";
import { moveForm, reviewDayForm, reviewForm } from "#app/agreement/plan/plan-form.ts";
import { recordReview } from "#app/agreement/plan/record-review.server.ts";
import { setReviewDay } from "#app/agreement/plan/set-review-day.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { readForm } from "#app/routes/shared/read-form.server.ts";
import type { ErrorKeys } from "#app/routes/shared/read-form.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Flash } from "#app/ui/flash.ts";

/** A move beyond the interval, as it is asked about: why, and what to send once there is a reason. */
export type BeyondMove = { lineId: string; version: number; title: string; dueOn: string; to: string; rule: "concept-3-yearly" | "interval"; months: number; latest: string };
export type WheelChange =
  | { ok: true; text?: Flash; moved?: { moved: string; v: number; from: string } }
  | { ok: false; keys: ErrorKeys } | { ok: false; gone: "role" | "not-found" } | { ok: false; conflict: string } | { ok: false; beyond: BeyondMove };

/** What a form on the annual wheel asks for, done. */
export async function changeWheel(scope: Scope, form: FormData, at: Date): Promise<WheelChange> {
  const intent = form.get("intent");
  if (intent === "review-day") {
    const read = readForm(form, reviewDayForm);
    if (!read.ok) return read;
    return (await withTenant(scope, (tx) => setReviewDay(tx, scope, read.value))) ? { ok: true, text: { tone: "ok", text: "plan:review.daySaved" } } : { ok: false, gone: "role" };
  }
  if (intent === "review-done") {
    const read = readForm(form, reviewForm(copenhagenDate(at)));
    if (!read.ok) return read;
    const done = await withTenant(scope, (tx) => recordReview(tx, scope, read.value, at));
    if (done.ok) return { ok: true, text: { tone: "ok", text: "plan:review.saved" } };
    return done.reason === "role" ? { ok: false, gone: "role" } : { ok: false, keys: done.reason === "done" ? { doneOn: "plan:error.reviewDone" } : { note: "plan:error.reviewNote" } };
  }
  return move(scope, form);
}

async function move(scope: Scope, form: FormData): Promise<WheelChange> {
  const read = readForm(form, moveForm);
  if (!read.ok) return read;
  const { from, ...input } = read.value;
  if (input.to === from) return { ok: true };
  const done = await withTenant(scope, (tx) => moveLine(tx, scope, input));
  if (done.ok) return input.back ? { ok: true, text: { tone: "ok", text: "plan:move.undone" } } : { ok: true, moved: { moved: input.lineId, v: done.moved.version, from: done.moved.from ?? from } };
  if (done.reason === "conflict") return { ok: false, conflict: done.moved.title.slice(0, 120) };
  if (done.reason === "beyond") return { ok: false, beyond: { lineId: input.lineId, version: input.version, title: done.moved.title, dueOn: from, to: input.to, ...done.warning } };
  return done.reason === "ended" ? { ok: false, keys: { "": "plan:move.ended" } } : { ok: false, gone: done.reason };
}
