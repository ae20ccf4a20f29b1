import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "./may.ts";
import { processors } from "./processors.server.ts";

export type LinkedProcessor = { ok: true } | { ok: false; reason: "role" | "not-found" | "not-in-directory" };

/** Joins a registered processor to the organisation of the same CVR number that is here; what is under way reaches it from then on. */
export async function linkProcessor(tx: Tx, scope: Scope, id: string, organisationId: string): Promise<LinkedProcessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = processors(tx, scope);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  const found = before.cvr === null ? [] : await register.directory(before.cvr);
  const there = found.some((entry) => entry.id === organisationId && entry.cvr === before.cvr);
  if (!there || !(await register.link(id, organisationId))) return { ok: false, reason: "not-in-directory" };
  await record(tx, scope, { action: "processor.linked", subject: { type: "processor", id }, detail: { organisation: organisationId } });
  return { ok: true };
}
