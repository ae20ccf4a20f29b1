import { checks } from "#app/agreement/check/checks.server.ts";
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

/** Says whether the agreement meets one item. The verdict is not recorded in the trail by itself: the check holds who decided and when, and completing is. */
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
  const done = await register.decide(checkId, { ...decision, reason: decision.reason.trim(), clause: decision.clause.trim() }, scope, at);
  if (!done) return { ok: false, reason: "conflict" };
  const decided = new Set([...check.items.map(({ item }) => item), decision.item]);
  const after = refs.slice(refs.indexOf(decision.item) + 1);
  return { ok: true, next: [...after, ...refs].find((ref) => !decided.has(ref)) ?? null };
}
