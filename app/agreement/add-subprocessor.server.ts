import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Subprocessor } from "./agreement-fields.ts";
import { agreements } from "./agreements.server.ts";
import { mayWrite } from "./may.ts";
import { noteChange } from "./plan/note-change.server.ts";
import { subprocessors } from "./subprocessors.server.ts";

export type AddedSubprocessor = { ok: true; id: string } | { ok: false; reason: "role" | "not-found" | "parent-gone" };

/** Adds a sub-processor to an agreement's chain; "parent-gone" when the link it should lie under is not there. The score is looked at again. */
export async function addSubprocessor(tx: Tx, scope: Scope, agreementId: string, one: Omit<Subprocessor, "id">, at: Date): Promise<AddedSubprocessor> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await agreements(tx, scope).find(agreementId))) return { ok: false, reason: "not-found" };
  const chain = subprocessors(tx, scope);
  if (one.parentId !== null && !(await chain.find(agreementId, one.parentId))) return { ok: false, reason: "parent-gone" };
  const id = await chain.add(agreementId, one);
  await record(tx, scope, { action: "subprocessor.added", subject: { type: "agreement", id: agreementId }, detail: { name: one.name, country: one.country, status: one.status } });
  if (one.status !== "refused") await noteChange(tx, scope, { agreementId, cause: { kind: "subprocessor", from: "", to: one.name, at: at.toISOString(), ref: id } });
  return { ok: true, id };
}
