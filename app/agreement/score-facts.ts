import { suggestAnswers } from "#app/domain/points/categories.ts";
import { personPoints } from "#app/domain/points/score-agreement.ts";
import type { ScoreFacts } from "#app/domain/points/score-agreement.ts";

export type ScorePart = "a" | "b" | "c" | "d";
/** Why a part got its points: own words, and the ticks it rests on. */
export type PartReason = { reason: string; because: string[] };
export type ScoreReasons = Record<ScorePart, PartReason>;
/** As a score version keeps them: with the agreement's ticks at the time. */
export type StoredReasons = ScoreReasons & { ticks: readonly string[] | null };

/** What a person answers: B (art. 9), other confidential data beyond CPR and criminal offences, and D. */
export type ScoreAnswers = { special: boolean; otherConfidential: boolean; intrusive: boolean };
/** The answers with their notes, and which version of the agreement and which score were seen. */
export type ScoreInput = { answers: ScoreAnswers; notes: Record<ScorePart, string>; version: number; scoreId: string | null };
/** What is scored from the agreement itself. */
export type ScoredAgreement = { personCount: number; dataCategories: readonly string[] };

export const OTHER = "other-confidential";

/** What the ticks say to each question, before anybody has answered (Datatilsynet 2021, ch. 2 B-D). */
export function tickedBy(dataCategories: readonly string[]) {
  const { b, c, d } = suggestAnswers(dataCategories);
  const named = c.because.filter((id) => id !== OTHER);
  return { special: b.because, named, otherConfidential: c.because.filter((id) => id === OTHER), intrusive: d.because };
}

/** The facts of the score: C holds when CPR or criminal offences are ticked, or other confidential data is typically entrusted. */
export function factsOf(agreement: ScoredAgreement, answers: ScoreAnswers): ScoreFacts {
  const ticked = tickedBy(agreement.dataCategories);
  return {
    personCount: agreement.personCount,
    specialCategories: answers.special,
    confidential: ticked.named.length > 0 || answers.otherConfidential,
    intrusive: answers.intrusive,
  };
}

/** The parts whose answer goes against the ticks: they need a note that says why. */
export function againstTicks(agreement: ScoredAgreement, answers: ScoreAnswers): Exclude<ScorePart, "a">[] {
  const ticked = tickedBy(agreement.dataCategories);
  const against = [
    ["b", answers.special, ticked.special], ["c", answers.otherConfidential, ticked.otherConfidential], ["d", answers.intrusive, ticked.intrusive],
  ] as const;
  return against.filter(([, answer, because]) => answer !== because.length > 0).map(([part]) => part);
}

/** The ticks each part rests on, as answered. */
export function becauseOf(agreement: ScoredAgreement, answers: ScoreAnswers): Record<ScorePart, string[]> {
  const ticked = tickedBy(agreement.dataCategories);
  return {
    a: [],
    b: answers.special ? ticked.special : [],
    c: [...ticked.named, ...(answers.otherConfidential ? [OTHER] : [])],
    d: answers.intrusive ? ticked.intrusive : [],
  };
}

/** Whether an agreement has changed so that its score no longer speaks of it: other points for A, or other ticks. */
export function isOutdated(agreement: ScoredAgreement, score: { a: number; ticks: readonly string[] | null }): boolean {
  const counting = (ticks: readonly string[]) => ticks.filter((id) => id !== "ordinary").sort().join();
  return personPoints(agreement.personCount) !== score.a || (score.ticks !== null && counting(score.ticks) !== counting(agreement.dataCategories));
}
