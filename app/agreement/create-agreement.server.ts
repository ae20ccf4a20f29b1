import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import { agreements } from "./agreements.server.ts";
import { mayWrite } from "./may.ts";

export type CreatedAgreement = { ok: true; id: string } | { ok: false; reason: "role" | "no-processor" };

/** Registers an agreement with a processor of the register. */
export async function createAgreement(tx: Tx, scope: Scope, fields: AgreementFields): Promise<CreatedAgreement> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const added = await agreements(tx, scope).add(fields);
  if (!added) return { ok: false, reason: "no-processor" };
  await record(tx, scope, { action: "agreement.registered", subject: { type: "agreement", id: added.id }, detail: { title: fields.title, processor: fields.processorId } });
  return { ok: true, id: added.id };
}
