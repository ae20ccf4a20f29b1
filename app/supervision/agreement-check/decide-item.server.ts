import { checks } from "#app/agreement/check/checks.server.ts";
import type { DecidedItem } from "#app/agreement/check/checks.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { needsReason } from "#app/domain/agreement-check/verdicts.ts";
import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { refOf } from "#app/questionnaire/catalogues/item-refs.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { findCheckCatalogue } from "./check-catalogue.server.ts";

/** `item`: its ref; `version`: the one seen, 0 where nothing was decided; `clause`: where the agreement says it. */
export type ItemDecision = { item: string; verdict: Verdict; reason: string; clause: string; version: number };
export type DecidedOnItem = { ok: true; next: string | null } | { ok: false; reason: "role" | "not-found" | "completed" | "no-item" | "needs-reason" | "conflict" };

/**
 * Says whether the agreement meets one item. The check holds who decided first and when; what is decided otherwise later is recorded in the
 * trail with what it said before, since the check itself shows the last word only.
 */
export async function decideItem(tx: Tx, scope: Scope, checkId: string, decision: ItemDecision, at: Date): Promise<DecidedOnItem> {
  if (!mayWork(scope)) return { ok: false, reason: "role" };
  const register = checks(tx, scope);
  const held = await register.hold(checkId);
  const check = await register.find(checkId);
  if (!check) return { ok: false, reason: "not-found" };
  if (!held) return { ok: false, reason: "completed" };
  const catalogue = await findCheckCatalogue(tx, scope, check);
  const refs = catalogue?.items.map((item) => refOf(catalogue, item)) ?? [];
  if (!refs.includes(decision.item)) return { ok: false, reason: "no-item" };
  if (needsReason(decision.verdict) && decision.reason.trim() === "") return { ok: false, reason: "needs-reason" };
  const said = { ...decision, reason: decision.reason.trim(), clause: decision.clause.trim() };
  if (!(await register.decide(checkId, said, scope, at))) return { ok: false, reason: "conflict" };
  const changes = changesOf(check.items.find(({ item }) => item === decision.item), said);
  if (changes) await record(tx, scope, { action: "check.verdict-changed", subject: { type: "check", id: checkId }, detail: { agreementId: check.agreementId, item: decision.item, ...changes } });
  const decided = new Set([...check.items.map(({ item }) => item), decision.item]);
  const after = refs.slice(refs.indexOf(decision.item) + 1);
  return { ok: true, next: [...after, ...refs].find((ref) => !decided.has(ref)) ?? null };
}

/** What a decision says otherwise than the one before it; null where it is the first, or says the same. */
function changesOf(before: DecidedItem | undefined, after: Pick<DecidedItem, "verdict" | "reason" | "clause">): Record<string, { before: string; after: string }> | null {
  if (!before) return null;
  const changed = (["verdict", "reason", "clause"] as const).filter((field) => before[field] !== after[field]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
}
