import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "./may.ts";
import { processors } from "./processors.server.ts";
import type { ProcessorFields } from "./processors.server.ts";

export type UpdatedProcessor =
  | { ok: true }
  | { ok: false; reason: "role" | "not-found" | "cvr-locked" }
  | { ok: false; reason: "duplicate"; existing: { id: string; name: string } }
  | { ok: false; reason: "conflict"; current: ProcessorFields & { version: number } };

/** Changes a processor of the expected version. The CVR number stays once the processor has its own organisation here. */
export async function updateProcessor(tx: Tx, scope: Scope, id: string, version: number, fields: ProcessorFields): Promise<UpdatedProcessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = processors(tx, scope);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  if (before.organisationId !== null && before.cvr !== fields.cvr) return { ok: false, reason: "cvr-locked" };
  const same = fields.cvr === null ? null : await register.findByCvr(fields.cvr);
  if (same && same.id !== id) return { ok: false, reason: "duplicate", existing: same };
  if (!(await register.change(id, version, fields))) {
    const current = await register.find(id);
    return current ? { ok: false, reason: "conflict", current } : { ok: false, reason: "not-found" };
  }
  const changed = (["name", "cvr", "contactName", "contactEmail", "contactPhone", "managerName", "managerEmail"] as const).filter((key) => before[key] !== fields[key]);
  await record(tx, scope, { action: "processor.changed", subject: { type: "processor", id }, detail: { changed } });
  return { ok: true };
}
