import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import type { ConcernFields } from "./concern-form.ts";
import { concerns } from "./concerns.server.ts";
import { mayWrite } from "./may.ts";

export type RaisedConcern = { ok: true; id: string } | { ok: false; reason: "role" | "not-found" };

/** Records that something is wrong with the processing under an agreement (Datatilsynet 2021, ch. 4: react, and keep the correspondence). */
export async function raiseConcern(tx: Tx, scope: Scope, id: string, fields: ConcernFields, at: Date): Promise<RaisedConcern> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await agreements(tx, scope).find(id))) return { ok: false, reason: "not-found" };
  const added = await concerns(tx, scope).add(id, fields, at);
  await record(tx, scope, { action: "concern.raised", subject: { type: "agreement", id }, detail: { concern: added.id, source: fields.source, noticedOn: fields.noticedOn } });
  return { ok: true, id: added.id };
}
