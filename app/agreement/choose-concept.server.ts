import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { bandOf, checkChoice } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import { mayWrite } from "./may.ts";
import { setPrimaryLine } from "./plan/set-primary-line.server.ts";

/** `trustworthy` is asked for concept 1 only: that the processor was assessed as trustworthy and serious (Datatilsynet 2021, ch. 4). */
export type ChoiceInput = { scoreId: string; concept: Concept; reason: string; trustworthy: boolean; nextDueOn: IsoDate | null };

export type ChosenConcept =
  | { ok: true; state: "in-force" | "awaiting-approval" }
  | { ok: false; reason: "role" | "not-found" | "not-scored" | "conflict" | "reason-needed" | "trust-needed" };

/** Chooses a concept on the score that was seen. Within the band it is in force at once; below it waits for a DPO, and what was in force stays. */
export async function chooseConcept(tx: Tx, scope: Scope, id: string, input: ChoiceInput, at: Date): Promise<ChosenConcept> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(id);
  if (!agreement) return { ok: false, reason: "not-found" };
  if (agreement.points === null || agreement.scoreId === null) return { ok: false, reason: "not-scored" };
  const { concept, scoreId } = input;
  const reason = input.reason.trim();
  const check = checkChoice({ points: agreement.points, concept, reason, approvedByDpo: false });
  const belowBand = !check.ok;
  if (concept === 1 && !input.trustworthy) return { ok: false, reason: "trust-needed" };
  if ((!check.ok && check.reason === "deviation-needs-reason") || (concept === 1 && reason === "")) return { ok: false, reason: "reason-needed" };
  if (!(await agreements(tx, scope).hold(id, { scoreId }, at))) return { ok: false, reason: "conflict" };

  const choices = conceptChoices(tx, scope);
  const { minimum } = bandOf(agreement.points);
  await choices.supersede(id, belowBand ? ["awaiting-approval"] : ["in-force", "awaiting-approval"]);
  const choice = await choices.add({ agreementId: id, scoreId, concept, minimum, belowBand, reason }, at);
  if (!belowBand) {
    await agreements(tx, scope).choose(id, { choiceId: choice.id, concept });
    await setPrimaryLine(tx, scope, id, { concept, points: agreement.points, nextDueOn: input.nextDueOn });
  }
  await record(tx, scope, {
    action: belowBand ? "concept.deviation-requested" : "concept.chosen",
    subject: { type: "agreement", id },
    detail: { choice: choice.id, concept, minimum, points: agreement.points, ...(concept === 1 ? { trustworthy: true } : {}) },
  });
  return { ok: true, state: belowBand ? "awaiting-approval" : "in-force" };
}
