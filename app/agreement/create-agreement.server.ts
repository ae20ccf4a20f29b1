import { randomUUID } from "node:crypto";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import type { Registration } from "./agreement-form.ts";
import { mayWrite } from "./may.ts";
import { processors } from "./processors.server.ts";
import { registerAgreements } from "./register-agreements.server.ts";

export type CreatedAgreement = { ok: true; id: string } | { ok: false; reason: "role" | "no-processor" };

/** Registers an agreement with a processor of the register. */
export async function createAgreement(tx: Tx, scope: Scope, fields: AgreementFields, registration: Partial<Registration> = {}): Promise<CreatedAgreement> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  if (!(await processors(tx, scope).find(fields.processorId))) return { ok: false, reason: "no-processor" };
  const id = randomUUID();
  await registerAgreements(tx, scope, [{ id, fields, registration }]);
  await record(tx, scope, { action: "agreement.registered", subject: { type: "agreement", id }, detail: { title: fields.title, processor: fields.processorId } });
  return { ok: true, id };
}
