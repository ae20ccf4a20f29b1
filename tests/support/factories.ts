import { randomUUID } from "node:crypto";
import type { AgreementFields, SpecialRequirement } from "#app/agreement/agreement-fields.ts";
import { createAgreement } from "#app/agreement/create-agreement.server.ts";
import { createProcessor } from "#app/agreement/create-processor.server.ts";
import type { NewProcessor } from "#app/agreement/create-processor.server.ts";
import { recordScore } from "#app/agreement/record-score.server.ts";
import { tickedBy } from "#app/agreement/score-facts.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Role, Scope, Side } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

/** A number no other call of this process gives, for names that must not meet. */
export function serial(): number {
  last += 1;
  return last;
}

let last = 0;

/** A CVR number whose check digit holds, different at each call. */
export function newCvr(): string {
  for (;;) {
    const seven = String(2_000_000 + serial() * 13);
    const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(seven[place]), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return seven + String(check);
  }
}

/** An organisation of its own, of one side or both, made behind the walls. */
export async function newTenant(ownerUrl: string, given: { name?: string; cvr?: string | null; sides?: readonly Side[] } = {}): Promise<{ id: string; name: string; cvr: string | null }> {
  const { name = `Organisation ${serial()}`, cvr = newCvr(), sides = ["controller"] } = given;
  const id = randomUUID();
  await connected(ownerUrl, (client) =>
    client.query("insert into organisation (id, name, cvr, is_controller, is_processor) values ($1, $2, $3, $4, $5)", [id, name, cvr, sides.includes("controller"), sides.includes("processor")]));
  return { id, name, cvr };
}

/** A person with a live membership; of a new organisation unless one is given. */
export async function newScope(ownerUrl: string, roles: readonly Role[] = ["caseworker"], given: { tenant?: { id: string; name: string }; side?: Side } = {}): Promise<Scope> {
  const { side = "controller", tenant = await newTenant(ownerUrl, { sides: [side] }) } = given;
  const [personId, personName] = [randomUUID(), `Person ${serial()}`];
  await connected(ownerUrl, async (client) => {
    const email = `${personId}@example.dk`;
    await client.query("insert into person (id, email, name) values ($1, $2, $3)", [personId, email, personName]);
    await client.query("insert into membership (organisation_id, person_id, name, email, roles) values ($1, $2, $3, $4, $5)", [tenant.id, personId, personName, email, roles]);
  });
  return { side, organisationId: tenant.id, organisationName: tenant.name, personId, personName, roles };
}

/** A processor as typed, everything left out filled in. */
export function processorInput(given: Partial<NewProcessor> = {}): NewProcessor {
  return { name: `Databehandler ${serial()}`, cvr: newCvr(), contactName: "Anne Drift", contactEmail: "anne@drift.example", contactPhone: "", managerName: "", managerEmail: "", organisation: "none", ...given };
}

/** An agreement as typed: ordinary data about 500 customers unless said otherwise. */
export function agreementInput(processorId: string, given: Partial<AgreementFields> = {}): AgreementFields {
  return {
    processorId, title: `Aftale ${serial()}`, reference: "", purpose: "Drift af kundesystem", dataCategories: ["ordinary"], personCategories: ["customers"], personCount: 500,
    nature: "", duration: "", clauseSet: "", approvalKind: "", securityLevel: "", locations: [], procedures: [], agreedConcept: null, dataSubjectFacing: false,
    countingBasis: "over-period", transfersOutsideEu: false, signedOn: null, startsOn: null, endsOn: null, status: "active", contacts: [], requirements: [], ...given,
  };
}

/** Registers a processor as the person of the scope would. */
export async function newProcessor(scope: Scope, given: Partial<NewProcessor> = {}): Promise<string> {
  const added = await withTenant(scope, (tx) => createProcessor(tx, scope, processorInput(given)));
  if (!added.ok) throw new Error(`The processor was refused: ${added.reason}`);
  return added.id;
}

/** An agreement's special requirement as typed. */
export function requirementInput(textDa: string, given: Partial<SpecialRequirement> = {}): SpecialRequirement {
  return { id: "", textDa, textEn: "", evidenceAsked: false, critical: false, category: "other", evidenceText: "", source: "", objectives: [], ...given };
}

/** What a test says of an agreement; its approved sub-processors by name. */
export type GivenAgreement = Partial<AgreementFields> & { approvedSubprocessors?: string[] };

/** Registers an agreement, with a processor of its own unless one is given. */
export async function newAgreement(scope: Scope, { approvedSubprocessors = [], ...given }: GivenAgreement = {}): Promise<string> {
  const processorId = given.processorId ?? (await newProcessor(scope));
  const added = await withTenant(scope, (tx) => createAgreement(tx, scope, agreementInput(processorId, given), { subprocessors: approvedSubprocessors }));
  if (!added.ok) throw new Error(`The agreement was refused: ${added.reason}`);
  return added.id;
}

/** An agreement scored as its ticks say: 500 persons, health and CPR give 6 points. */
export async function newScoredAgreement(scope: Scope, given: GivenAgreement = {}, at = new Date("2026-11-22T10:00:00Z")): Promise<string> {
  const id = await newAgreement(scope, given);
  const ticked = tickedBy(given.dataCategories ?? ["ordinary"]);
  const answers = { special: ticked.special.length > 0, otherConfidential: ticked.otherConfidential.length > 0, intrusive: ticked.intrusive.length > 0 };
  const scored = await withTenant(scope, (tx) => recordScore(tx, scope, id, { answers, notes: { a: "", b: "", c: "", d: "" }, version: 1, scoreId: null }, at));
  if (!scored.ok) throw new Error(`The score was refused: ${scored.reason}`);
  return id;
}
