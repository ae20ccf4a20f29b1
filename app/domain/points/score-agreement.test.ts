import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { personPoints, RULE_SET, scoreAgreement } from "./score-agreement.ts";

describe("personPoints", () => {
  test.each([
    [0, 1],
    [1, 1],
    [999, 1],
    [1000, 2],
    [1001, 2],
    [9999, 2],
    [10_000, 2],
    [10_001, 3],
    [5_900_000, 3],
  ])("%i persons give %i", (count, points) => {
    expect(personPoints(count)).toBe(points);
  });

  test.each([-1, 0.5, 999.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is no number of persons", (count) => {
    expect(() => personPoints(count)).toThrow(RangeError);
  });
});

/** The 24 totals, columns B C D = 000, 001, 010, 011, 100, 101, 110, 111. */
const TOTALS: [number, number[]][] = [
  [999, [1, 3, 3, 5, 4, 6, 6, 8]],
  [1000, [2, 4, 4, 6, 5, 7, 7, 9]],
  [10_001, [3, 5, 5, 7, 6, 8, 8, 10]],
];

const COMBINATIONS = TOTALS.flatMap(([personCount, totals]) =>
  totals.map((points, bits) => ({ personCount, specialCategories: (bits & 4) > 0, confidential: (bits & 2) > 0, intrusive: (bits & 1) > 0, points })),
);

describe("scoreAgreement", () => {
  test.each(COMBINATIONS)("$personCount, B $specialCategories, C $confidential, D $intrusive: $points", ({ points, ...facts }) => {
    const score = scoreAgreement(facts);
    expect(score.points).toBe(points);
    expect(score.a + score.b + score.c + score.d).toBe(points);
    expect(score.ruleSet).toBe(RULE_SET);
    expect(points >= score.band.from && points <= score.band.to).toBe(true);
  });

  /** The worked examples of Datatilsynet 2021, ch. 4. The web shop is printed with 3 points, but 2.987 persons give 2: 4 points, same band. */
  test.each([
    ["hairdresser's booking system", 397, false, false, false, 1, 1],
    ["web shop with card payment", 2987, false, true, false, 4, 2],
    ["HR system of a state authority", 213, true, true, false, 6, 3],
    ["beacons in a shop", 15_103, false, false, true, 5, 4],
    ["a GP's journal system", 1600, true, true, false, 7, 5],
    ["a municipality's building cases", 31_016, true, true, false, 8, 6],
  ])("%s", (_, personCount, specialCategories, confidential, intrusive, points, concept) => {
    const score = scoreAgreement({ personCount, specialCategories, confidential, intrusive });
    expect(score.points).toBe(points);
    expect(score.band.allowed).toContain(concept);
  });

  it("keeps the web shop in the band the guide prints", () => {
    const webShop = scoreAgreement({ personCount: 2987, specialCategories: false, confidential: true, intrusive: false });
    expect(webShop.band.id).toBe("3-4");
  });

  it("never falls when there are more persons", () => {
    const facts = fc.record({ specialCategories: fc.boolean(), confidential: fc.boolean(), intrusive: fc.boolean() });
    fc.assert(
      fc.property(facts, fc.nat(50_000), fc.nat(50_000), (yes, few, more) => {
        expect(scoreAgreement({ ...yes, personCount: few + more }).points).toBeGreaterThanOrEqual(scoreAgreement({ ...yes, personCount: few }).points);
      }),
    );
  });
});
