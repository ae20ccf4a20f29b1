import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer } from "../may.ts";
import { changedFields } from "./breach-content.ts";
import { contentOf } from "./content-of.ts";
import type { OwnBreachFields } from "./own-breach-form.ts";
import { ownBreaches } from "./own-breaches.server.ts";

export type ChangedBreach = { ok: true; changed: boolean } | { ok: false; reason: "not-found" | "conflict" };

/** Writes down what is known now. Those who were told before learn of it by a new notice, not by this. */
export async function changeBreach(tx: Tx, scope: Scope, id: string, version: number, fields: OwnBreachFields): Promise<ChangedBreach> {
  if (!mayAnswer(scope)) forbidden();
  const register = ownBreaches(tx, scope);
  await register.lock(id);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  const changed = changedFields(contentOf(before), contentOf(fields));
  if (changed.length === 0) return { ok: true, changed: false };
  if (!(await register.change(id, version, fields))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "breach.changed", subject: { type: "breach", id }, detail: { changed } });
  return { ok: true, changed: true };
}
