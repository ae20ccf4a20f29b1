import type { Tx } from "#app/db/client.server.ts";
import { bandOf } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { suggestInterval } from "#app/domain/frequency/suggest-interval.ts";
import { scoreAgreement } from "#app/domain/points/score-agreement.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "../agreements.server.ts";
import { conceptChoices } from "../concept-choices.server.ts";
import { mayWrite } from "../may.ts";
import { presentScore } from "../present.ts";
import { riskScores } from "../risk-scores.server.ts";
import { factsOf, tickedBy } from "../score-facts.ts";
import { survivesRescore } from "../survives-rescore.ts";
import { plans } from "./plans.server.ts";
import { reassessments } from "./reassessments.server.ts";

export type LoadedReassessment = NonNullable<Awaited<ReturnType<typeof loadReassessment>>>;

/** What an old score led to, and what one made now would: nothing is changed by looking. `pending` is null where nothing waits. */
export async function loadReassessment(tx: Tx, scope: Scope, id: string) {
  const row = await agreements(tx, scope).find(id);
  if (!row) return null;
  const all = await reassessments(tx, scope).list(id);
  const stored = row.scoreId === null ? null : await riskScores(tx, scope).find(row.scoreId);
  const score = stored && presentScore(stored);
  const factors = (await plans(tx, scope).find(id)).factors.map(({ code }) => code);
  const concept = row.concept as Concept | null;
  const choice = row.choiceId === null ? null : await conceptChoices(tx, scope).find(row.choiceId);
  const led = (points: number) => ({ allowed: bandOf(points).allowed, months: suggestInterval({ points, factors, concept: concept ?? undefined }).months });
  return {
    agreement: { id, title: row.title, processor: row.processor.name, concept, ended: row.status === "ended" },
    may: mayWrite(scope) && row.status !== "ended",
    pending: all.find(({ state }) => state === "open") ?? null, earlier: all.filter(({ state }) => state !== "open"),
    old: score && { a: score.a, b: score.b, c: score.c, d: score.d, points: score.points, personCount: score.personCount, scoredAt: score.scoredAt, ...led(score.points) },
    fresh: score && freshOf(row, score),
  };

  function freshOf(agreement: { personCount: number; dataCategories: string[] }, before: NonNullable<typeof score>) {
    const ticked = tickedBy(agreement.dataCategories);
    // What was answered against the ticks then is taken to hold still: people say otherwise on the page of the score.
    const old = before.reasons.ticks === null ? null : tickedBy(before.reasons.ticks);
    const answered = (was: number, tickedThen: boolean | null, tickedNow: boolean) => (tickedThen !== null && tickedThen !== was > 0 ? was > 0 || tickedNow : tickedNow);
    const { a, b, c, d, points } = scoreAgreement(factsOf(agreement, {
      special: answered(before.b, old && old.special.length > 0, ticked.special.length > 0),
      otherConfidential: answered(before.c, old && old.named.length + old.otherConfidential.length > 0, ticked.otherConfidential.length > 0),
      intrusive: answered(before.d, old && old.intrusive.length > 0, ticked.intrusive.length > 0),
    }));
    const keeps = choice === null || survivesRescore({ concept: choice.concept as Concept, minimum: choice.minimum, belowBand: choice.belowBand }, points);
    return { a, b, c, d, points, personCount: agreement.personCount, keeps, ...led(points) };
  }
}
