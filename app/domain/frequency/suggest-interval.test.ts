import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FREQUENCY_FACTORS, suggestInterval } from "./suggest-interval.ts";

describe("suggestInterval", () => {
  test.each<[number, string[], number | null, string[]]>([
    [1, [], null, ["band-1-2"]],
    [2, [], null, ["band-1-2"]],
    [3, [], 24, ["band-3-4"]],
    [4, [], 24, ["band-3-4"]],
    [5, [], 12, ["band-5-6"]],
    [6, [], 12, ["band-5-6"]],
    [7, [], 12, ["band-7-10"]],
    [10, [], 12, ["band-7-10"]],
    [2, ["FQ-H1"], 24, ["band-1-2", "FQ-H1"]],
    [4, ["FQ-H2"], 12, ["band-3-4", "FQ-H2"]],
    [5, ["FQ-H3"], 6, ["band-5-6", "FQ-H3"]],
    [8, ["FQ-H4", "FQ-H1"], 6, ["band-7-10", "FQ-H1", "FQ-H4"]],
    [2, ["FQ-L1"], null, ["band-1-2", "FQ-L1"]],
    [4, ["FQ-L1"], 24, ["band-3-4", "FQ-L1"]],
    [5, ["FQ-L2"], 24, ["band-5-6", "FQ-L2"]],
    [7, ["FQ-L1", "FQ-L2"], 12, ["band-7-10", "yearly-at-7-points"]],
    [5, ["FQ-H1", "FQ-L1"], 6, ["band-5-6", "FQ-H1"]],
    [5, ["no-such-factor"], 12, ["band-5-6"]],
  ])("%i points with %j: %s months", (points, factors, months, reasons) => {
    expect(suggestInterval({ points, factors })).toEqual({ months, extra: false, reasons });
  });

  test.each([
    [2, [], 12],
    [3, [], 12],
    [5, [], 12],
    [5, ["FQ-L1"], 12],
    [5, ["FQ-H1"], 6],
  ])("concept 3 at %i points with %j is yearly or more often: %i", (points, factors, months) => {
    expect(suggestInterval({ points, factors, concept: 3 }).months).toBe(months);
  });

  it("asks for one extra supervision on a change of owner or ways of working, at the same interval", () => {
    expect(suggestInterval({ points: 4, factors: ["FQ-X2", "FQ-X1"] })).toEqual({ months: 24, extra: true, reasons: ["band-3-4", "FQ-X1", "FQ-X2"] });
  });

  it("never suggests a longer interval because of one more ground for concern", () => {
    const rank = (months: number | null) => months ?? Number.POSITIVE_INFINITY;
    const factors = fc.subarray([...FREQUENCY_FACTORS]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), factors, (points, given) => {
        const more = suggestInterval({ points, factors: [...given, "FQ-H1"] }).months;
        expect(rank(more)).toBeLessThanOrEqual(rank(suggestInterval({ points, factors: given }).months));
      }),
    );
  });
});
