import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db/client.server.ts";
import { insertRows } from "#app/db/insert-rows.server.ts";
import { limitSetOf, limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { AgreementFields, Subprocessor } from "./agreement-fields.ts";
import type { Registration } from "./agreement-form.ts";
import type { ContractContent } from "./contract-content.ts";

/** An agreement to be registered under an id of the caller's. */
export type AgreementToRegister = { id: string; fields: AgreementFields; registration: Partial<Registration> };

const named = (name: string): Subprocessor => ({
  id: randomUUID(), parentId: null, name, cvr: "", address: "", country: "", processing: "", transferGround: "", contactName: "", contactEmail: "", status: "approved", approvedOn: null,
});

/**
 * Writes new agreements, one or thousands in a handful of statements: each with its special requirements, the limits its clauses bring, the
 * sub-processors named, and itself as its first version. The processors must be the controller's own; the caller leaves the trail.
 */
export async function registerAgreements(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">, given: readonly AgreementToRegister[]): Promise<void> {
  const whole = given.map(({ id, fields, registration }) => {
    const set = limitSetOf(fields.clauseSet);
    const requirements = fields.requirements.map((row) => ({ ...row, id: randomUUID() }));
    const content: ContractContent = { fields: { ...fields, requirements }, limits: set ? limitsOfSet(set) : [], subprocessors: (registration.subprocessors ?? []).map(named) };
    return { id, content, registration };
  });
  const mine = { controllerId };
  await insertRows(tx, "agreement", whole.map(({ id, content: { fields: { requirements: _rows, ...fields } } }) => ({ ...fields, id, ...mine })));
  await insertRows(tx, "special_requirement", whole.flatMap(({ id: agreementId, content }) => content.fields.requirements.map((row, position) => ({ ...row, position, agreementId, ...mine }))));
  await insertRows(tx, "agreement_limit", whole.flatMap(({ id: agreementId, content }) => content.limits.map(({ note = "", ...limit }) => ({ ...limit, note, agreementId, ...mine }))));
  await insertRows(tx, "subprocessor", whole.flatMap(({ id: agreementId, content }) => content.subprocessors.map((row, position) => ({ ...row, position, agreementId, ...mine }))));
  await insertRows(tx, "agreement_version", whole.map(({ id: agreementId, content, registration: { label = "", signedForController = "", signedForProcessor = "" } }) => ({
    agreementId, ...mine, number: 1, label, signedForController, signedForProcessor, signedOn: content.fields.signedOn, changes: "", content, recordedById: personId, recordedByName: personName,
  })));
}
