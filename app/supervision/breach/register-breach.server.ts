import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer } from "../may.ts";
import type { OwnBreachFields } from "./own-breach-form.ts";
import { ownBreaches } from "./own-breaches.server.ts";

/** Enters a breach in the processor's own register. Nobody is told yet. */
export async function registerBreach(tx: Tx, scope: Scope, fields: OwnBreachFields, at: Date): Promise<{ id: string }> {
  if (!mayAnswer(scope)) forbidden();
  const added = await ownBreaches(tx, scope).add(fields, scope.personName, at);
  await record(tx, scope, { action: "breach.registered", subject: { type: "breach", id: added.id }, detail: { title: fields.title } });
  return added;
}
