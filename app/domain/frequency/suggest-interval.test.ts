import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FREQUENCY_FACTORS, suggestInterval, traceInterval } from "./suggest-interval.ts";

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

describe("traceInterval", () => {
  const said = (points: number, factors: string[], concept?: 3) => traceInterval({ points, factors, concept }).map(({ code, from, to, effect }) => `${code} ${from}→${to} ${effect}`);

  test.each<[number, string[], 3 | undefined, string[]]>([
    [8, [], undefined, ["band-7-10 12→12 start"]],
    [4, ["FQ-H2"], undefined, ["band-3-4 24→24 start", "FQ-H2 24→12 shorter"]],
    [4, ["FQ-H1", "FQ-H2", "FQ-H3", "FQ-H4"], undefined, ["band-3-4 24→24 start", "FQ-H1 24→12 shorter", "FQ-H2 12→12 already", "FQ-H3 12→12 already", "FQ-H4 12→12 already"]],
    [2, ["FQ-H1"], undefined, ["band-1-2 null→null start", "FQ-H1 null→24 shorter"]],
    [5, ["FQ-H1", "FQ-L1"], undefined, ["band-5-6 12→12 start", "FQ-H1 12→6 shorter", "FQ-L1 6→6 outweighed"]],
    [7, ["FQ-L1", "FQ-L2"], undefined, ["band-7-10 12→12 start", "FQ-L1 12→12 barred", "FQ-L2 12→12 barred"]],
    [5, ["FQ-L1", "FQ-L2"], undefined, ["band-5-6 12→12 start", "FQ-L1 12→24 longer", "FQ-L2 24→24 already"]],
    [4, ["FQ-L2"], undefined, ["band-3-4 24→24 start", "FQ-L2 24→24 already"]],
    [1, ["FQ-L1"], 3, ["band-1-2 null→null start", "FQ-L1 null→null already", "concept-3-yearly null→12 shorter"]],
    [4, ["FQ-X1"], 3, ["band-3-4 24→24 start", "concept-3-yearly 24→12 shorter", "FQ-X1 12→12 extra"]],
  ])("%i points with %j, concept %s", (points, factors, concept, steps) => {
    expect(said(points, factors, concept)).toEqual(steps);
  });

  it("is a chain: each step begins where the one before ended, and each factor given has its own step with a source", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.subarray([...FREQUENCY_FACTORS]), (points, factors) => {
      const steps = traceInterval({ points, factors });
      steps.slice(1).forEach(({ from }, place) => expect(from).toBe(steps[place]?.to));
      for (const factor of factors) expect(steps.filter(({ code }) => code === factor)).toHaveLength(1);
      expect(steps.every(({ source }) => /^004:\d+$/.test(source))).toBe(true);
    }));
  });
});
