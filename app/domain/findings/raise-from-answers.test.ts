import { describe, expect, it, test } from "vitest";
import { raiseFromAnswers, type AnsweredItem } from "./raise-from-answers.ts";

const item: AnsweredItem = { question: "q1", weight: 2, critical: false, level: "met" };

describe("raiseFromAnswers", () => {
  test.each<[string, Partial<AnsweredItem>, [string, string, boolean] | null]>([
    ["met", { level: "met" }, null],
    ["met, critical", { level: "met", critical: true }, null],
    ["not met", { level: "not-met" }, ["ANSWER-NOT-MET", "major", false]],
    ["not met, critical", { level: "not-met", critical: true }, ["ANSWER-NOT-MET", "critical", true]],
    ["partly", { level: "partly" }, ["ANSWER-PARTLY", "minor", false]],
    ["partly, critical", { level: "partly", critical: true }, ["ANSWER-PARTLY", "major", false]],
    ["not shown", { level: "not-shown" }, ["ANSWER-NOT-SHOWN", "minor", false]],
    ["not shown, critical", { level: "not-shown", critical: true }, ["ANSWER-NOT-SHOWN", "major", false]],
    ["unanswered, not required", { level: "unanswered" }, null],
    ["unanswered, required", { level: "unanswered", required: true }, ["ANSWER-MISSING", "major", false]],
    ["unanswered, critical", { level: "unanswered", critical: true }, ["ANSWER-MISSING", "critical", true]],
    ["not applicable, not yet judged", { level: "not-applicable", critical: true }, null],
    ["not applicable, accepted", { level: "not-applicable", naAccepted: true, required: true }, null],
    ["not applicable, rejected", { level: "not-applicable", naAccepted: false }, ["ANSWER-NA-REJECTED", "major", false]],
    ["not applicable, rejected, critical", { level: "not-applicable", naAccepted: false, critical: true }, ["ANSWER-NA-REJECTED", "critical", true]],
    ["met, with a left-over rejection", { level: "met", naAccepted: false }, null],
  ])("%s", (_, change, expected) => {
    const found = raiseFromAnswers([{ ...item, ...change }]);
    expect(found.map(({ rule, severity, blocking }) => [rule, severity, blocking])).toEqual(expected === null ? [] : [expected]);
  });

  it("names question, weight and the requirement's source, in the order of the questions", () => {
    const items: AnsweredItem[] = [
      { ...item, question: "b", level: "partly", source: "000 9.1.1" },
      { ...item, question: "a", level: "not-met" },
    ];
    expect(raiseFromAnswers(items)).toEqual([
      { rule: "ANSWER-PARTLY", severity: "minor", blocking: false, source: "000 9.1.1", question: "b", values: { weight: 2 } },
      { rule: "ANSWER-NOT-MET", severity: "major", blocking: false, source: "GDPR art. 28(3)(h)", question: "a", values: { weight: 2 } },
    ]);
  });
});
