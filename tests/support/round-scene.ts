import { agreements as agreementsOf } from "#app/agreement/agreements.server.ts";
import { chooseConcept } from "#app/agreement/choose-concept.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { createRound } from "#app/supervision/round/create-round.server.ts";
import { roundFilter } from "#app/supervision/round/round-filter.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { newProcessor, newScope, newScoredAgreement, newTenant } from "./factories.ts";

export type RoundScene = { caseworker: Scope; signatory: Scope; processor: { id: string; name: string }; register: string; agreements: string[] };

/** A controller with one agreement for each concept, in force, all with one processor; `outside`: that is not here yet. */
export async function newRoundScene(ownerUrl: string, { concepts, outside = false }: { concepts: readonly Concept[]; outside?: boolean }): Promise<RoundScene> {
  const caseworker = await newScope(ownerUrl, ["caseworker"]);
  const processor = await newTenant(ownerUrl, { sides: ["processor"] });
  const signatory = await newScope(ownerUrl, ["respondent", "signatory"], { tenant: processor, side: "processor" });
  const register = await newProcessor(caseworker, { name: processor.name, cvr: processor.cvr, organisation: outside ? "none" : processor.id });
  const agreements: string[] = [];
  for (const concept of concepts) agreements.push(await newChosenAgreement(caseworker, register, concept));
  return { caseworker, signatory, processor, register, agreements };
}

/** An agreement with that concept in force, allowed by its points. */
export async function newChosenAgreement(caseworker: Scope, processorId: string, concept: Concept, given: Parameters<typeof newScoredAgreement>[1] = {}): Promise<string> {
  const at = new Date("2026-11-22T10:00:00Z");
  const id = await newScoredAgreement(caseworker, { processorId, ...given }, at);
  await withTenant(caseworker, async (tx) => {
    const row = await agreementsOf(tx, caseworker).find(id);
    const chosen = await chooseConcept(tx, caseworker, id, { scoreId: String(row?.scoreId), concept, reason: "", trustworthy: false, nextDueOn: null }, at);
    if (!chosen.ok || chosen.state !== "in-force") throw new Error(`Concept ${concept} was refused`);
  });
  return id;
}

/** A round in draft of all that can be in it. */
export async function newRound(caseworker: Scope): Promise<string> {
  const made = await withTenant(caseworker, (tx) => createRound(tx, caseworker, { title: "Årets tilsyn", filter: roundFilter.parse({}), language: "da", today: "2026-11-22" }));
  if (!made.ok) throw new Error(`The round was refused: ${made.reason}`);
  return made.roundId;
}
