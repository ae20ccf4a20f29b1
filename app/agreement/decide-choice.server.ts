import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import { refuseToDecide } from "./may.ts";
import type { DecideRefusal } from "./may.ts";
import { setPrimaryLine } from "./plan/set-primary-line.server.ts";

export type DecisionInput = { choiceId: string; approved: boolean; note: string; nextDueOn: IsoDate | null };
export type DecidedChoice = { ok: true; state: "in-force" | "rejected" } | { ok: false; reason: DecideRefusal | "not-found" | "note-needed" | "conflict" };

/** A DPO approves a choice below the band, which is then in force, or rejects it with a note. Only a choice that still waits, on the score that still counts. */
export async function decideChoice(tx: Tx, scope: Scope, id: string, { choiceId, approved, note, nextDueOn }: DecisionInput, at: Date): Promise<DecidedChoice> {
  const choices = conceptChoices(tx, scope);
  const agreement = await agreements(tx, scope).find(id);
  const choice = agreement && (await choices.find(choiceId));
  if (!choice || choice.agreementId !== id) return { ok: false, reason: "not-found" };
  const refusal = refuseToDecide(scope, choice, await choices.otherDpos());
  if (refusal) return { ok: false, reason: refusal };
  if (!approved && note.trim() === "") return { ok: false, reason: "note-needed" };
  if (!(await agreements(tx, scope).hold(id, { scoreId: choice.scoreId }, at))) return { ok: false, reason: "conflict" };
  if (!(await choices.decide(choiceId, approved, note.trim(), at))) return { ok: false, reason: "conflict" };
  if (approved) {
    await choices.supersede(id, ["in-force"], choiceId);
    await agreements(tx, scope).choose(id, { choiceId, concept: choice.concept });
    await setPrimaryLine(tx, scope, id, { concept: choice.concept as Concept, points: agreement?.points ?? 1, nextDueOn });
  }
  await record(tx, scope, {
    action: approved ? "concept.deviation-approved" : "concept.deviation-rejected",
    subject: { type: "agreement", id },
    detail: { choice: choiceId, concept: choice.concept, minimum: choice.minimum },
  });
  return { ok: true, state: approved ? "in-force" : "rejected" };
}
