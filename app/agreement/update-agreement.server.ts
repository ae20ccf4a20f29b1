import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { draftOf } from "./agreement-draft.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import { agreements } from "./agreements.server.ts";
import { differences } from "./draft-differences.ts";
import { mayWrite } from "./may.ts";
import { causesOfEdit } from "./plan/causes-of-edit.ts";
import { noteChange } from "./plan/note-change.server.ts";
import { presentFields } from "./present.ts";

export type UpdatedAgreement =
  | { ok: true }
  | { ok: false; reason: "role" | "not-found" | "no-processor" | "processor-fixed" }
  | { ok: false; reason: "conflict"; current: AgreementFields; version: number };

/**
 * Changes an agreement of the expected version; the audit entry names the fields, not what they say. Once a request was sent its processor
 * stays: another would come to see what the first was asked.
 */
export async function updateAgreement(tx: Tx, scope: Scope, id: string, version: number, fields: AgreementFields, at: Date): Promise<UpdatedAgreement> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = agreements(tx, scope);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  if (before.processorId !== fields.processorId && (await register.wasAsked(id))) return { ok: false, reason: "processor-fixed" };
  const changed = await register.change(id, version, fields, at);
  if (changed === null) return { ok: false, reason: "no-processor" };
  if (!changed) {
    const current = (await register.find(id)) ?? before;
    return { ok: false, reason: "conflict", current: presentFields(current), version: current.version };
  }
  await record(tx, scope, {
    action: "agreement.changed",
    subject: { type: "agreement", id },
    detail: { changed: differences(draftOf(presentFields(before)), draftOf(fields)), version: version + 1 },
  });
  for (const cause of causesOfEdit(presentFields(before), fields, at)) await noteChange(tx, scope, { agreementId: id, cause });
  return { ok: true };
}
