import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { limitSetOf, limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import type { Registration } from "./agreement-form.ts";
import { agreements } from "./agreements.server.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { presentFields } from "./present.ts";
import { subprocessors } from "./subprocessors.server.ts";
import { versions } from "./versions.server.ts";

export type CreatedAgreement = { ok: true; id: string } | { ok: false; reason: "role" | "no-processor" };

/** Registers an agreement with a processor of the register: with the limits its clauses bring, and as its own first version. */
export async function createAgreement(tx: Tx, scope: Scope, fields: AgreementFields, registration: Partial<Registration> = {}): Promise<CreatedAgreement> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const added = await agreements(tx, scope).add(fields);
  if (!added) return { ok: false, reason: "no-processor" };
  const { subprocessors: names = [], label = "", signedForController = "", signedForProcessor = "" } = registration;
  const set = limitSetOf(fields.clauseSet);
  if (set) await limits(tx, scope).add(added.id, limitsOfSet(set));
  if (names.length > 0) await subprocessors(tx, scope).addNamed(added.id, names);
  const row = await agreements(tx, scope).find(added.id);
  if (!row) throw new Error(`The agreement ${added.id} was added and is not there`);
  const content = { fields: presentFields(row), limits: await limits(tx, scope).list(added.id), subprocessors: await subprocessors(tx, scope).list(added.id) };
  await versions(tx, scope).add(added.id, 1, { label, signedForController, signedForProcessor, signedOn: fields.signedOn, changes: "" }, content);
  await record(tx, scope, { action: "agreement.registered", subject: { type: "agreement", id: added.id }, detail: { title: fields.title, processor: fields.processorId } });
  return { ok: true, id: added.id };
}
