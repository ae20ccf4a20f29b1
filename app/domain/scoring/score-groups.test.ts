import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS } from "./level.ts";
import { scoreAnswers, type ScoredItem } from "./score-answers.ts";
import { scoreGroups } from "./score-groups.ts";

const item = (question: string, weight: 1 | 2 | 3, level: ScoredItem["level"]): ScoredItem => ({ question, weight, critical: false, level });
const names = ["a", "b", "c", "d", "e", "f"];
const items = fc.array(fc.record({ question: fc.constantFrom(...names), weight: fc.constantFrom<1 | 2 | 3>(1, 2, 3), critical: fc.boolean(), level: fc.constantFrom(...LEVELS) }), { maxLength: 30 });
const groups = fc.array(fc.record({ id: fc.constantFrom("p1", "p2", "p3"), questions: fc.subarray(names) }), { maxLength: 4 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("scoreGroups", () => {
  it("scores each group by itself, in order, and what is in none last", () => {
    const scored = scoreGroups([item("x", 1, "met"), item("a", 3, "met"), item("b", 1, "not-met"), item("c", 2, "not-applicable")], [{ id: "p2", questions: ["c"] }, { id: "p1", questions: ["a", "b"] }, { id: "p3", questions: ["z"] }]);
    expect(scored.map(({ id, score, earned, possible }) => [id, score, earned, possible])).toEqual([["p2", null, 0, 0], ["p1", 75, 3, 4], ["", 100, 1, 1]]);
  });

  it("sums to the total, holds every question once, and one group of all is the total", () => {
    fc.assert(
      fc.property(items, groups, (given, ways) => {
        const total = scoreAnswers(given);
        const parts = scoreGroups(given, ways);
        expect([sum(parts.map(({ earned }) => earned)), sum(parts.map(({ possible }) => possible))]).toEqual([total.earned, total.possible]);
        expect(parts.flatMap(({ lines }) => lines)).toHaveLength(total.lines.length);
        expect(scoreGroups(given, [{ id: "all", questions: names }])).toEqual(given.length === 0 ? [] : [{ id: "all", ...total }]);
      }),
    );
  });

  it("is empty, never 0, where nothing of a group can be scored, and then so is the total", () => {
    fc.assert(
      fc.property(items, groups, (given, ways) => {
        const left = given.map((one) => ({ ...one, level: "not-applicable" as const, naAccepted: true }));
        expect(scoreGroups(left, ways).every(({ score }) => score === null)).toBe(true);
      }),
    );
  });
});
