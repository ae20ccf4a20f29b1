import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { ownCatalogues } from "./own-catalogues.server.ts";

/** Takes a version of an own catalogue out of use: nothing new is checked against it, what was stays readable. */
export async function retireCatalogue(tx: Tx, scope: Scope, id: string, at: Date): Promise<{ ok: true } | { ok: false; reason: "role" | "not-found" | "retired" }> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const own = ownCatalogues(tx, scope);
  const found = await own.find(id);
  if (!found) return { ok: false, reason: "not-found" };
  if (!(await own.retire(id, at))) return { ok: false, reason: "retired" };
  await record(tx, scope, { action: "catalogue.retired", subject: { type: "catalogue", id }, detail: { key: found.key, version: found.version } });
  return { ok: true };
}
