import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS } from "./level.ts";
import { scoreAnswers, type ScoredItem } from "./score-answers.ts";

const anItem: fc.Arbitrary<ScoredItem> = fc.record(
  {
    question: fc.string(),
    weight: fc.constantFrom(1, 2, 3),
    critical: fc.boolean(),
    level: fc.constantFrom(...LEVELS),
    naAccepted: fc.boolean(),
  },
  { requiredKeys: ["question", "weight", "critical", "level"] },
);
const items = fc.array(anItem, { maxLength: 40 });

/** An empty score stands below every number: nothing was shown. */
const rank = (score: number | null) => score ?? -1;

describe("the score of answers", () => {
  it("lies between 0 and 100, or is empty exactly when nothing can be scored", () => {
    fc.assert(
      fc.property(items, (given) => {
        const { score, earned, possible } = scoreAnswers(given);
        expect(score === null).toBe(possible === 0);
        if (score !== null) expect(score >= 0 && score <= 100 && Number.isInteger(score)).toBe(true);
        expect(earned).toBeLessThanOrEqual(possible);
      }),
    );
  });

  it("is never lowered by one more met answer", () => {
    fc.assert(
      fc.property(items, anItem, (given, one) => {
        expect(scoreAnswers([...given, { ...one, level: "met" }]).score).toBeGreaterThanOrEqual(rank(scoreAnswers(given).score));
      }),
    );
  });

  it("is never raised by silence: an answered question left unanswered, accepted or not", () => {
    fc.assert(
      fc.property(items, anItem, fc.nat(), (given, one, at) => {
        const place = at % (given.length + 1);
        const withLevel = (item: ScoredItem) => scoreAnswers([...given.slice(0, place), item, ...given.slice(place)]).score;
        const [before, after] = [withLevel(one), withLevel({ ...one, level: "unanswered" })];
        if (before === null) expect(after).toBe(0);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("does not depend on the order", () => {
    const shuffled = items.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
    fc.assert(
      fc.property(shuffled, ([given, mixed]) => {
        const [first, second] = [scoreAnswers(given), scoreAnswers(mixed)];
        expect([second.score, second.earned, second.possible]).toEqual([first.score, first.earned, first.possible]);
      }),
    );
  });

  it("stays empty however many questions are not applicable", () => {
    const left = anItem.map((item): ScoredItem => ({ ...item, level: "not-applicable", naAccepted: true }));
    fc.assert(
      fc.property(fc.array(left), (given) => {
        expect(scoreAnswers(given).score).toBeNull();
      }),
    );
  });
});
