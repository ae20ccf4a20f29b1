import { record } from "#app/audit/record.server.ts";
import { isThirdCountry } from "#app/domain/identity/countries.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Subprocessor } from "./agreement-fields.ts";
import { agreements } from "./agreements.server.ts";
import { branchOf } from "./chain.ts";
import { mayWrite } from "./may.ts";
import { noteChange } from "./plan/note-change.server.ts";
import { subprocessors } from "./subprocessors.server.ts";

export type ChangedSubprocessor = { ok: true } | { ok: false; reason: "role" | "gone" | "changed" | "parent-gone" | "under-itself" };

/** What a sub-processor said when it was read, to be sent along with a change of it. */
export function seenAs(one: Subprocessor): string {
  return JSON.stringify([one.parentId, one.name, one.cvr, one.address, one.country, one.processing, one.transferGround, one.contactName, one.contactEmail, one.status, one.approvedOn]);
}

/** Changes a sub-processor that still is as it was seen; it cannot come to lie under itself. The trail names the fields, with the old and the new name, country and status. */
export async function changeSubprocessor(tx: Tx, scope: Scope, agreementId: string, one: Subprocessor, seen: string, at: Date): Promise<ChangedSubprocessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(agreementId);
  // Held until the end, so that of two changes the second sees the first.
  if (!agreement || !(await agreements(tx, scope).hold(agreementId, { scoreId: agreement.scoreId }, at))) return { ok: false, reason: "gone" };
  const rows = await subprocessors(tx, scope).list(agreementId);
  const before = rows.find(({ id }) => id === one.id);
  if (!before) return { ok: false, reason: "gone" };
  if (seenAs(before) !== seen) return { ok: false, reason: "changed" };
  if (one.parentId !== null && !rows.some(({ id }) => id === one.parentId)) return { ok: false, reason: "parent-gone" };
  if (one.parentId !== null && branchOf(rows, one.id).includes(one.parentId)) return { ok: false, reason: "under-itself" };
  const changed = (Object.keys(one) as (keyof Subprocessor)[]).filter((field) => one[field] !== before[field]);
  if (changed.length === 0) return { ok: true };
  await subprocessors(tx, scope).change(agreementId, one);
  const said = ({ name, country, status }: Subprocessor) => ({ name, country, status });
  await record(tx, scope, { action: "subprocessor.changed", subject: { type: "agreement", id: agreementId }, detail: { changed, before: said(before), after: said(one) } });
  const noted = { at: at.toISOString(), ref: one.id };
  if (one.name !== before.name) await noteChange(tx, scope, { agreementId, cause: { kind: "subprocessor", from: before.name, to: one.name, ...noted } });
  // That a country becomes known is no change of where data is, unless it turns out to be outside the EU/EEA.
  if (one.country !== before.country && (before.country !== "" || isThirdCountry(one.country))) await noteChange(tx, scope, { agreementId, cause: { kind: "country", from: before.country, to: one.country, ...noted } });
  return { ok: true };
}
