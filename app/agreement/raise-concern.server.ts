import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import type { ConcernFields } from "./concern-form.ts";
import { concerns } from "./concerns.server.ts";
import { mayWrite } from "./may.ts";
import { addExtraLine } from "./plan/add-extra-line.server.ts";
import { noteChange } from "./plan/note-change.server.ts";

export type RaisedConcern = { ok: true; id: string } | { ok: false; reason: "role" | "not-found" };

/**
 * Records that something is wrong with the processing under an agreement (Datatilsynet 2021, ch. 4: react, and keep the correspondence), or an
 * event that calls for one extra supervision (ch. 5), which is then put into the plan. An event is also a reason to look at the score again.
 */
export async function raiseConcern(tx: Tx, scope: Scope, id: string, fields: ConcernFields, at: Date): Promise<RaisedConcern> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(id);
  if (!agreement) return { ok: false, reason: "not-found" };
  const { kind = "wrong", source, noticedOn, extraOn = null } = fields;
  const added = await concerns(tx, scope).add(id, fields, at);
  const extra = extraOn !== null && agreement.points !== null && agreement.status === "active";
  if (extra) await addExtraLine(tx, scope, { agreementId: id, concernId: added.id, inForce: agreement.concept as Concept | null, dueOn: extraOn });
  await record(tx, scope, { action: "concern.raised", subject: { type: "agreement", id }, detail: { concern: added.id, kind, source, noticedOn, extra: extra ? extraOn : null } });
  if (kind !== "wrong") {
    const cause = { kind: kind === "FQ-X1" ? "owner" as const : "ways-of-working" as const, from: "", to: fields.body.slice(0, 200), at: at.toISOString(), ref: added.id };
    await noteChange(tx, scope, { agreementId: id, cause });
  }
  return { ok: true, id: added.id };
}
