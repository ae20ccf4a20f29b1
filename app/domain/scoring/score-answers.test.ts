import { describe, expect, it, test } from "vitest";
import { scoreAnswers, type Level, type ScoredItem } from "./score-answers.ts";

const item = (weight: 1 | 2 | 3, level: Level, more: Partial<ScoredItem> = {}): ScoredItem => ({ question: `${weight}${level}`, weight, critical: false, level, ...more });

describe("scoreAnswers", () => {
  test.each<[Level, number | null]>([
    ["met", 100],
    ["partly", 50],
    ["not-met", 0],
    ["not-shown", 50],
    ["unanswered", 0],
    ["not-applicable", null],
  ])("%s alone gives %s", (level, score) => {
    expect(scoreAnswers([item(3, level)]).score).toBe(score);
  });

  test.each<[string, ScoredItem[], number | null]>([
    ["no questions", [], null],
    ["weights 3 and 1", [item(3, "met"), item(1, "not-met")], 75],
    ["a half, rounded up: 37,5", [item(3, "met"), item(3, "not-met"), item(2, "not-met")], 38],
    ["12,5 rounded up", [item(1, "partly"), item(3, "not-met")], 13],
    ["just under a half: 83,33", [item(2, "met"), item(3, "met"), item(1, "not-met")], 83],
    ["66,67", [item(2, "met"), item(1, "not-met")], 67],
    ["not applicable is left out", [item(1, "met"), item(3, "not-applicable")], 100],
    ["an accepted not applicable too", [item(1, "met"), item(3, "not-applicable", { naAccepted: true })], 100],
    ["a rejected one counts as unanswered", [item(1, "met"), item(3, "not-applicable", { naAccepted: false })], 25],
    ["a rejected one alone is 0, not empty", [item(3, "not-applicable", { naAccepted: false })], 0],
  ])("%s", (_, items, score) => {
    expect(scoreAnswers(items).score).toBe(score);
  });

  it("shows its arithmetic", () => {
    const items = [item(3, "partly"), item(2, "not-applicable", { naAccepted: false }), item(1, "not-applicable")];
    expect(scoreAnswers(items)).toEqual({
      score: 30,
      earned: 1.5,
      possible: 5,
      lines: [
        { question: "3partly", weight: 3, level: "partly", earned: 1.5, possible: 3 },
        { question: "2not-applicable", weight: 2, level: "unanswered", earned: 0, possible: 2 },
        { question: "1not-applicable", weight: 1, level: "not-applicable", earned: 0, possible: 0 },
      ],
    });
  });
});
