import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkInterval, checkMove } from "./check-interval.ts";
import { forecast, longestGap } from "./forecast.ts";
import type { PlanLine } from "./plan-line.ts";
import { suggestFactors } from "./suggest-factors.ts";
import type { FrequencyFacts } from "./suggest-factors.ts";

const line = (given: Partial<PlanLine> = {}): PlanLine => ({ id: "a", kind: "primary", concept: 5, intervalMonths: 24, nextDueOn: "2027-03-01", ...given });
const between = line({ id: "b", kind: "supplement", concept: 3, nextDueOn: "2028-03-01" });

describe("forecast", () => {
  it("brings concept 5 every second year and concept 3 in the years between", () => {
    expect(forecast([line(), between], "2031-12-31").map(({ on, concept, first }) => `${on} ${concept}${first ? " next" : ""}`)).toEqual([
      "2027-03-01 5 next", "2028-03-01 3 next", "2029-03-01 5", "2030-03-01 3", "2031-03-01 5",
    ]);
  });

  test.each<[string, Partial<PlanLine>, string[]]>([
    ["a line that follows events brings nothing", { intervalMonths: null, nextDueOn: null }, []],
    ["a line that is due once brings one", { intervalMonths: null, kind: "extra" }, ["2027-03-01"]],
    ["the last day counts", { nextDueOn: "2031-12-31" }, ["2031-12-31"]],
    ["the day after does not", { nextDueOn: "2032-01-01" }, []],
    ["months that are shorter end earlier, once", { intervalMonths: 6, nextDueOn: "2030-08-31" }, ["2030-08-31", "2031-02-28", "2031-08-31"]],
  ])("%s", (_name, given, days) => {
    expect(forecast([line(given)], "2031-12-31").map(({ on }) => on)).toEqual(days);
  });
});

describe("longestGap", () => {
  test.each<[string, PlanLine[], number | null]>([
    ["no lines", [], null],
    ["one line", [line()], 24],
    ["5 every second year and 3 between", [line(), between], 12],
    ["both in the same month", [line(), { ...between, nextDueOn: "2027-03-15" }], 24],
    ["a supplement two months after", [line(), { ...between, nextDueOn: "2027-05-01" }], 22],
    ["an extra supervision counts once only, so not", [line(), line({ id: "x", kind: "extra", intervalMonths: null, nextDueOn: "2028-03-01" })], 24],
    ["a cycle on events with a yearly supplement", [line({ intervalMonths: null, nextDueOn: null }), { ...between, intervalMonths: 12 }], 12],
  ])("%s", (_name, lines, months) => {
    expect(longestGap(lines)).toBe(months);
  });

  it("is never longer than the shortest interval, and never shorter than it would be with one more line", () => {
    const any = fc.record({ interval: fc.constantFrom(6, 12, 24, 36), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 2026, max: 2030 }) });
    const made = ({ interval, month, year }: { interval: number; month: number; year: number }, place: number) => line({ id: String(place), intervalMonths: interval, nextDueOn: `${year}-${String(month).padStart(2, "0")}-01` });
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (all) => {
      const lines = all.map(made);
      const gap = longestGap(lines) ?? 0;
      expect(gap).toBeLessThanOrEqual(Math.min(...all.map(({ interval }) => interval)));
      expect(longestGap([...lines, line({ id: "more", intervalMonths: 12, nextDueOn: "2026-07-01" })])).toBeLessThanOrEqual(gap);
    }));
  });
});

describe("checkInterval", () => {
  test.each<[string, PlanLine[], number, string[], { suggested: number | null; planned: number | null; deviates: boolean }]>([
    ["as advised", [line({ intervalMonths: 12 })], 8, [], { suggested: 12, planned: 12, deviates: false }],
    ["less often at 8 points", [line()], 8, [], { suggested: 12, planned: 24, deviates: true }],
    ["less often, but concept 3 between", [line(), between], 8, [], { suggested: 12, planned: 12, deviates: false }],
    ["more often than advised", [line({ concept: 2, intervalMonths: 12 })], 4, [], { suggested: 24, planned: 12, deviates: true }],
    ["more often because of breaches", [line({ concept: 2, intervalMonths: 12 })], 4, ["FQ-H2"], { suggested: 12, planned: 12, deviates: false }],
    ["on events at 2 points", [line({ concept: 1, intervalMonths: null, nextDueOn: null })], 2, [], { suggested: null, planned: null, deviates: false }],
    ["as advised, with a supplement more often", [line({ concept: 4, intervalMonths: 12 }), { ...between, intervalMonths: 6 }], 6, [], { suggested: 12, planned: 6, deviates: false }],
    ["nothing planned yet", [], 8, [], { suggested: 12, planned: null, deviates: false }],
  ])("%s", (_name, lines, points, factors, expected) => {
    expect(checkInterval(lines, { points, factors })).toEqual(expected);
  });
});

describe("checkMove", () => {
  test.each<[string, Partial<PlanLine>, string | null, string, unknown]>([
    ["within the interval", { intervalMonths: 12 }, "2026-06-01", "2027-06-01", null],
    ["a day beyond it", { intervalMonths: 12 }, "2026-06-01", "2027-06-02", { rule: "interval", months: 12, latest: "2027-06-01" }],
    ["earlier is always well", { intervalMonths: 12 }, "2026-06-01", "2026-07-01", null],
    ["a yearly status is yearly, whatever the line says", { concept: 3, intervalMonths: 24 }, "2026-06-01", "2027-06-02", { rule: "concept-3-yearly", months: 12, latest: "2027-06-01" }],
    ["a supplement of concept 3 has its own interval", { concept: 3, kind: "supplement" }, "2026-06-01", "2028-06-01", null],
    ["never supervised: not beyond the day it was planned for", { intervalMonths: 12 }, null, "2027-03-02", { rule: "interval", months: 12, latest: "2027-03-01" }],
    ["no interval, no border", { intervalMonths: null }, "2026-06-01", "2040-01-01", null],
  ])("%s", (_name, given, lastOn, to, expected) => {
    expect(checkMove(line(given), lastOn, to)).toEqual(expected);
  });
});

describe("suggestFactors", () => {
  const facts: FrequencyFacts = { today: "2026-11-22", notInOrder: 0, lateMeasures: 0, breaches: 0, subprocessorChanges: 0, ownerChanges: 0, knownSince: "2025-01-01", lastOutcomes: [], certificates: 0 };
  test.each<[string, Partial<FrequencyFacts>, string[]]>([
    ["nothing known", {}, []],
    ["one conclusion not in order", { notInOrder: 1 }, ["FQ-H1"]],
    ["one late measure", { lateMeasures: 1 }, []],
    ["two late measures", { lateMeasures: 2 }, ["FQ-H1"]],
    ["one breach", { breaches: 1 }, []],
    ["two breaches", { breaches: 2 }, ["FQ-H2"]],
    ["two sub-processors changed", { subprocessorChanges: 2 }, []],
    ["three sub-processors changed", { subprocessorChanges: 3 }, ["FQ-H3"]],
    ["one change of owner", { ownerChanges: 1 }, []],
    ["two changes of owner", { ownerChanges: 2 }, ["FQ-H4"]],
    ["three years and two good supervisions", { knownSince: "2023-11-22", lastOutcomes: ["in-order", "in-order-with-remarks"] }, ["FQ-L1"]],
    ["a day less than three years", { knownSince: "2023-11-23", lastOutcomes: ["in-order", "in-order"] }, []],
    ["one supervision only", { knownSince: "2020-01-01", lastOutcomes: ["in-order"] }, []],
    ["long, but with a breach", { knownSince: "2020-01-01", lastOutcomes: ["in-order", "in-order"], breaches: 1 }, []],
    ["two certificates in a row", { certificates: 2 }, ["FQ-L2"]],
    ["two certificates, but a breach", { certificates: 2, breaches: 1 }, []],
  ])("%s", (_name, given, codes) => {
    expect(suggestFactors({ ...facts, ...given }).map(({ code }) => code)).toEqual(codes);
  });
});
