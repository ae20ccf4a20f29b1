import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { matchBreach } from "#app/supervision/breach/match-breach.server.ts";
import { unmatchBreach } from "#app/supervision/breach/unmatch-breach.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

type Asked = { scope: Scope; supervisionId: string; form: FormData };
const DONE = { "match-breach": "breach:reconcile.didMatch", "register-breach": "breach:reconcile.didRegister", "unmatch-breach": "breach:reconcile.didUnmatch" } as const;

/** Matches a disclosed breach with one of the register, enters it there, or takes a match back. */
export async function actOnBreach(intent: keyof typeof DONE, { scope, supervisionId, form }: Asked): Promise<{ ok: true; text: string; at: string } | { ok: false; key: string }> {
  const [recordId, ref] = [String(form.get("record") ?? ""), String(form.get("ref") ?? "").slice(0, 200)];
  if (intent !== "register-breach" && !isRowId(recordId)) return notFound();
  const done = await withTenant(scope, (tx) => (intent === "unmatch-breach" ? unmatchBreach(tx, scope, { supervisionId, recordId }) : matchBreach(tx, scope, { supervisionId, ref, recordId: intent === "match-breach" ? recordId : null, now: now() })));
  if (done.ok) return { ok: true, text: DONE[intent], at: "breaches" };
  if (done.reason === "not-found") return notFound();
  return { ok: false, key: done.reason === "breach-gone" ? "breach:reconcile.gone" : `assessment:refused.${done.reason}` };
}
