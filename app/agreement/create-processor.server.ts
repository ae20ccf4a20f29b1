import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "./may.ts";
import { processors } from "./processors.server.ts";
import type { DirectoryEntry, ProcessorFields } from "./processors.server.ts";

/** `organisation` is the directory's organisation to join, "none" when the offer was declined, null when nothing was said yet. */
export type NewProcessor = ProcessorFields & { organisation: string | null };

export type CreatedProcessor =
  | { ok: true; id: string; linked: boolean }
  | { ok: false; reason: "role" | "not-in-directory" }
  | { ok: false; reason: "duplicate"; existing: { id: string; name: string } }
  | { ok: false; reason: "in-directory"; offer: DirectoryEntry };

/** Registers a processor. A CVR number of the directory is offered first; one already in the register is refused with its row. */
export async function createProcessor(tx: Tx, scope: Scope, { organisation, ...fields }: NewProcessor): Promise<CreatedProcessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = processors(tx, scope);
  const wanted = organisation === "none" ? null : organisation;
  const found = fields.cvr === null ? [] : await register.directory(fields.cvr);
  const offer = found.find((entry) => entry.cvr === fields.cvr) ?? null;
  if (wanted !== null && !(await inDirectory(tx, scope, wanted, fields))) return { ok: false, reason: "not-in-directory" };
  const existing = (fields.cvr === null ? null : await register.findByCvr(fields.cvr)) ?? (wanted === null ? null : await register.findByOrganisation(wanted));
  if (existing) return { ok: false, reason: "duplicate", existing };
  if (offer && organisation === null) return { ok: false, reason: "in-directory", offer };
  const added = await register.add(fields);
  if (!added) {
    const earlier = fields.cvr === null ? null : await register.findByCvr(fields.cvr);
    if (!earlier) throw new Error("A processor was refused as a duplicate of none");
    return { ok: false, reason: "duplicate", existing: earlier };
  }
  const linked = wanted !== null && (await register.link(added.id, wanted));
  await record(tx, scope, {
    action: "processor.registered",
    subject: { type: "processor", id: added.id },
    detail: { name: fields.name, cvr: fields.cvr, ...(linked ? { organisation: wanted } : {}) },
  });
  return { ok: true, id: added.id, linked };
}

/** The organisation to join must be the one of that CVR number, or of that name where it has none. */
async function inDirectory(tx: Tx, scope: Scope, id: string, fields: ProcessorFields): Promise<boolean> {
  const entries = await processors(tx, scope).directory(fields.cvr ?? fields.name);
  return entries.some((entry) => entry.id === id && entry.cvr === fields.cvr);
}
