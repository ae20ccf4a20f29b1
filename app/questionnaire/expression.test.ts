import { describe, expect, it } from "vitest";
import { ConditionRunner } from "survey-core";
import { holds, namesIn, parseExpression } from "./expression.ts";

const values = [
  {},
  { a: "met" },
  { a: "not-met", "a-Comment": "why", b: 3 },
  { a: ["met", "partly"], b: 0 },
  { a: true, b: 10, d: "2026-01-02" },
  { a: "", b: null },
];

describe("what SurveyJS says of the same expression", () => {
  it.each([
    "{a} = 'met'",
    "{a} <> 'met'",
    "{a} empty",
    "{a} notempty",
    "{a} anyof ['met', 'partly']",
    "{a} contains 'met'",
    "{a} = 'met' or {a-Comment} notempty",
    "{a} notempty and ({b} > 2 or {a} contains 'partly')",
    "{b} >= 3 and {b} < 10",
    "{a} = true",
    "{d} > '2026-01-01'",
  ])("%s", (text) => {
    const expression = parseExpression(text);
    expect(expression).not.toBeNull();
    for (const value of values) expect([value, holds(expression!, value)]).toEqual([value, new ConditionRunner(text).runValues(value)]);
  });
});

describe("what is refused", () => {
  it.each([
    "iif({a} = 1, 'x', 'y')",
    "today() > {a}",
    "{a} + {b} = 3",
    "{a} = {b}",
    "getComment('a') notempty",
    "{a} =",
    "{a} = 'x' and",
    "({a} = 'x'",
    "{a} = 'x')",
    "((((((({a} = 'x')))))))",
    "{__proto__} notempty",
    "{a} = 'it\\'s'",
    "{a} match '(a+)+$'",
    "!{a}",
    "",
    "'x' = 'x'",
    `{a} = 'x'${" or {a} = 'x'".repeat(40)}`,
  ])("%s", (text) => expect(parseExpression(text)).toBeNull());
});

it("names the questions it looks at", () => {
  expect(namesIn(parseExpression("{a} = 'x' or {b-Comment} empty")!)).toEqual(["a", "b"]);
});
