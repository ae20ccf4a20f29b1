import type { Tx } from "#app/db/client.server.ts";
import { CONCEPTS } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { dayOrNull } from "./calendar-day.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import { demandsOf } from "./demands-of.ts";
import { limits } from "./limits.server.ts";
import { mayWrite, refuseToDecide } from "./may.ts";
import { planLines } from "./plan/plan-lines.server.ts";
import { plans } from "./plan/plans.server.ts";
import { presentChoice, presentScore } from "./present.ts";
import { riskScores } from "./risk-scores.server.ts";
import { suggestDue } from "./suggest-due.ts";

/** What is needed to choose a concept or decide on a choice: the score that counts, when each concept would be due, and what waits. Null when not there. */
export async function loadChoice(tx: Tx, scope: Scope, id: string, today: IsoDate) {
  const row = await agreements(tx, scope).find(id);
  if (!row) return null;
  const { scoreId, points } = row;
  const agreement = { id, title: row.title, processor: row.processor.name, concept: row.concept as Concept | null, nextDueOn: dayOrNull(row.nextDueOn) };
  const score = scoreId === null ? null : await riskScores(tx, scope).find(scoreId);
  const register = conceptChoices(tx, scope);
  const choices = await register.list(id);
  const last = await agreements(tx, scope).lastConcluded(id);
  const factors = (await plans(tx, scope).find(id)).factors.map(({ code }) => code);
  const facts = { points: points ?? 1, factors, lastOn: last && copenhagenDate(last), startsOn: dayOrNull(row.startsOn ?? row.signedOn), today };
  const waiting = choices.find((choice) => choice.state === "awaiting-approval") ?? null;
  // Before the DPO decides, what the contract demands is held against the concept that waits.
  const lines = (await planLines(tx, scope).list(id)).map((line) => (waiting && line.kind === "primary" ? { ...line, concept: waiting.concept as Concept } : line));
  return {
    agreement, score: score && presentScore(score), may: mayWrite(scope), choices: choices.map(presentChoice), waiting: waiting && presentChoice(waiting),
    demands: demandsOf({ ...row, concept: waiting?.concept ?? row.concept }, await limits(tx, scope).list(id), lines),
    refusal: waiting && refuseToDecide(scope, waiting, await register.otherDpos()),
    due: CONCEPTS.map((concept) => ({ concept, ...suggestDue({ ...facts, concept }) })),
  };
}
