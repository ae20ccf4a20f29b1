import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { scoreAgreement } from "#app/domain/points/score-agreement.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import { mayWrite } from "./may.ts";
import { reassessments } from "./plan/reassessments.server.ts";
import { riskScores } from "./risk-scores.server.ts";
import { againstTicks, becauseOf, factsOf } from "./score-facts.ts";
import type { ScoreInput, ScorePart, StoredReasons } from "./score-facts.ts";
import { survivesRescore } from "./survives-rescore.ts";

export type RecordedScore =
  | { ok: true; points: number; keepsConcept: boolean }
  | { ok: false; reason: "role" | "not-found" | "conflict" }
  | { ok: false; reason: "note-needed"; parts: ScorePart[] };

/** Scores the agreement as it stands and keeps it as a new version. A concept that no longer suffices falls and must be chosen anew. */
export async function recordScore(tx: Tx, scope: Scope, id: string, { answers, notes, version, scoreId }: ScoreInput, at: Date): Promise<RecordedScore> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(id);
  if (!agreement) return { ok: false, reason: "not-found" };
  const parts = againstTicks(agreement, answers).filter((part) => notes[part].trim() === "");
  if (parts.length > 0) return { ok: false, reason: "note-needed", parts };
  if (!(await agreements(tx, scope).hold(id, { version, scoreId }, at))) return { ok: false, reason: "conflict" };

  const { band: _band, ...score } = scoreAgreement(factsOf(agreement, answers));
  const because = becauseOf(agreement, answers);
  const part = (name: ScorePart) => ({ reason: notes[name].trim(), because: because[name] });
  const reasons: StoredReasons = { a: part("a"), b: part("b"), c: part("c"), d: part("d"), ticks: agreement.dataCategories };
  const choices = conceptChoices(tx, scope);
  const choice = agreement.choiceId === null ? null : await choices.find(agreement.choiceId);
  const keeps = choice === null || survivesRescore({ ...choice, concept: choice.concept as Concept }, score.points);

  const added = await riskScores(tx, scope).add(id, { ...score, personCount: agreement.personCount, countingBasis: agreement.countingBasis, reasons }, at);
  await agreements(tx, scope).score(id, { scoreId: added.id, points: score.points, keeps });
  await choices.supersede(id, keeps ? ["awaiting-approval"] : ["in-force", "awaiting-approval"]);
  await record(tx, scope, {
    action: "agreement.scored",
    subject: { type: "agreement", id },
    detail: { points: score.points, a: score.a, b: score.b, c: score.c, d: score.d, ruleSet: score.ruleSet, version: added.version, keepsConcept: keeps },
  });
  if (await reassessments(tx, scope).close(id, { state: "done", reason: "" }, scope, at)) {
    await record(tx, scope, { action: "reassessment.done", subject: { type: "agreement", id }, detail: { points: score.points } });
  }
  return { ok: true, points: score.points, keepsConcept: keeps && choice !== null };
}
