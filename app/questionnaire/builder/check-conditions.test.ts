import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { SurveyModel } from "survey-core";
import { holds, parseExpression } from "../expression.ts";
import { checkConditions, dependentsOf } from "./check-conditions.ts";
import { fromExpression, operatorsFor, takesValue, toExpression, type Condition, type Rule, type RuleValue } from "./condition.ts";
import { parseDraft } from "./draft-schema.ts";
import { newPage, newQuestion, type Draft, type DraftQuestion } from "./draft.ts";
import type { DraftType } from "./question-types.ts";

const choice = (value: string) => ({ value, text: { da: value, en: value }, level: null, reason: false });
const question = (name: string, type: DraftType, condition: Condition | null = null, more: Partial<DraftQuestion> = {}): DraftQuestion => ({ ...newQuestion(name, type), title: { da: name, en: name }, choices: ["single", "multiple", "drop-down"].includes(type) ? ["a", "b", "c"].map(choice) : newQuestion(name, type).choices, condition, ...more });
type Given = [string, Rule["operator"], RuleValue?];
const ruleOf = ([name, operator, value = null]: Given): Rule => ({ question: name, operator, value });
const groups = (...any: Given[][]): Condition => ({ any: any.map((rules) => rules.map(ruleOf)) });
const when = (join: "and" | "or", ...rules: Given[]): Condition => (join === "and" ? groups(rules) : groups(...rules.map((rule) => [rule])));
const draft = (questions: DraftQuestion[], condition: Condition | null = null, second: DraftQuestion[] = []): Draft => ({
  title: { da: "x", en: "x" }, description: { da: "", en: "" }, minutes: null, pages: [{ ...newPage("p1"), questions }, { ...newPage("p2"), condition, questions: second.length > 0 ? second : [question("last", "text")] }],
});
const codes = (given: Draft) => checkConditions(given).map(({ code, names }) => [code, names]);
const asked = [question("one", "single"), question("many", "multiple"), question("yes", "yes-no"), question("number", "number", null, { min: 0, max: 10 }), question("day", "date", null, { min: "2026-01-01" }), question("text", "text"), question("rows", "rows"), question("files", "file")];

describe("a condition", () => {
  test.each<[string, Condition]>([
    ["one answer", when("and", ["one", "is", "a"])], ["another", when("and", ["one", "is-not", "a"])], ["one of some", when("and", ["one", "any-of", ["a", "b"]])], ["a tick", when("and", ["many", "contains", "a"])],
    ["a tick and not another", when("and", ["many", "contains", "a"], ["many", "not-contains", "b"])], ["yes", when("and", ["yes", "is", true])], ["a number between", when("and", ["number", "more", 3], ["number", "less", 3.5])],
    ["one group or another", groups([["one", "is", "a"], ["yes", "is", true]], [["number", "more", 3]])], ["the last number", when("and", ["number", "at-least", 10])], ["a day", when("and", ["day", "at-most", "2026-01-01"])], ["a word", when("or", ["text", "is", "nej"], ["rows", "answered"])], ["nothing", when("and", ["one", "not-answered"])],
  ])("on %s is fine", (_, condition) => expect(codes(draft([...asked, question("q", "text", condition)]))).toEqual([]));

  test.each<[string, Condition, [string, string[] | undefined]]>([
    ["an answer that there is not", when("and", ["one", "is", "z"]), ["wrong-value", ["one"]]], ["no answer chosen", when("and", ["one", "any-of", []]), ["wrong-value", ["one"]]], ["a number as a word", when("and", ["number", "more", "x"]), ["wrong-value", ["number"]]],
    ["a day that there is not", when("and", ["day", "is", "2026-02-30"]), ["wrong-value", ["day"]]], ["a text with a quote", when("and", ["text", "is", "a'b"]), ["wrong-value", ["text"]]], ["piping in a text", when("and", ["text", "is", "{one}"]), ["wrong-value", ["text"]]],
    ["more than a choice", when("and", ["one", "more", 3]), ["wrong-operator", ["one"]]], ["files", when("and", ["files", "answered"]), ["wrong-operator", ["files"]]], ["a value for answered", when("and", ["one", "answered", "a"]), ["wrong-value", ["one"]]],
    ["nobody", when("and", ["nobody", "answered"]), ["unknown-reference", ["nobody"]]], ["the prototype", when("and", ["constructor", "answered"]), ["unknown-reference", ["constructor"]]],
    ["two answers at once", when("and", ["one", "is", "a"], ["one", "is", "b"]), ["dead", ["one"]]], ["an answer and none", when("and", ["one", "is", "a"], ["one", "not-answered"]), ["dead", ["one"]]],
    ["a tick and not that tick", when("and", ["many", "contains", "a"], ["many", "not-contains", "a"]), ["dead", ["many"]]], ["yes and no", when("and", ["yes", "is", true], ["yes", "is", false]), ["dead", ["yes"]]],
    ["over the limit", when("and", ["number", "more", 10]), ["dead", ["number"]]], ["an empty interval", when("and", ["number", "more", 5], ["number", "less", 5]), ["dead", ["number"]]], ["before the first day", when("and", ["day", "less", "2026-01-01"]), ["dead", ["day"]]],
    ["two dead ends", when("or", ["number", "more", 10], ["day", "less", "2026-01-01"]), ["dead", ["number", "day"]]], ["one dead end of two", when("or", ["number", "more", 10], ["one", "is", "a"]), ["rule-dead", ["number"]]],
    ["a group that never holds", groups([["one", "is", "a"], ["one", "is", "b"]], [["yes", "is", true]]), ["rule-dead", ["one"]]], ["groups that never hold", groups([["one", "is", "a"], ["one", "is", "b"]], [["number", "more", 10], ["yes", "is", true]]), ["dead", ["one", "number"]]],
    ["too much", when("and", ...Array.from({ length: 10 }, (): [string, Rule["operator"], string] => ["text", "is-not", "x".repeat(40)])), ["condition-too-long", []]],
    ["a question further down", when("and", ["last", "answered"]), ["asked-later", ["last"]]],
  ])("on %s is told", (_, condition, expected) => expect(codes(draft([...asked, question("q", "text", condition)]))).toEqual([expected]));

  test("that goes round in a circle is told with its questions, once", () => {
    expect(codes(draft([question("a", "text", when("and", ["a", "answered"]))])).filter(([code]) => code !== "asked-later")).toEqual([["depends-on-itself", ["a"]]]);
    const ring = draft([question("a", "text", when("and", ["c", "answered"])), question("b", "text", when("and", ["a", "answered"])), question("c", "text", when("and", ["b", "answered"]))]);
    expect(codes(ring).filter(([code]) => code === "circular")).toEqual([["circular", ["a", "c", "b"]]]);
    const page = draft([question("a", "text")], when("and", ["b", "answered"]), [question("b", "text")]);
    expect(codes(page)).toContainEqual(["depends-on-itself", ["b"]]);
  });

  test("knows who depends on a question", () => {
    const given = draft([question("a", "text"), question("b", "text", when("and", ["a", "answered"]))], when("and", ["a", "answered"]));
    expect(dependentsOf(given, "a")).toEqual([{ page: "p1", question: "b" }, { page: "p2", question: null }]);
    expect(dependentsOf(given, "b")).toEqual([]);
  });
});

const rule = fc.constantFrom(...asked.filter(({ type }) => type !== "file")).chain((target) =>
  fc.constantFrom(...operatorsFor(target.type)).chain((operator) => {
    const value: fc.Arbitrary<RuleValue> = !takesValue(operator) ? fc.constant(null)
      : operator === "any-of" ? fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
      : target.type === "yes-no" ? fc.boolean() : target.type === "number" ? fc.integer({ min: 0, max: 10 }) : target.type === "date" ? fc.constantFrom("2026-03-01", "2026-05-01") : target.type === "text" ? fc.constantFrom("nej", "x y") : fc.constantFrom("a", "b", "c");
    return value.map((given): Rule => ({ question: target.name, operator, value: given }));
  }));
const condition = fc.record({ any: fc.array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }) });
const answers = fc.record({
  one: fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }), many: fc.option(fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 2 }), { nil: undefined }), yes: fc.option(fc.boolean(), { nil: undefined }),
  number: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), day: fc.option(fc.constantFrom("2026-02-01", "2026-03-01", "2026-06-01"), { nil: undefined }), text: fc.option(fc.constantFrom("nej", "z"), { nil: undefined }), rows: fc.option(fc.constant([{ f1: "x" }]), { nil: undefined }),
});

test.each<[string, string | null]>([
  ["{a} = 'x' and {b} empty or {c} empty", "({a} = 'x' and {b} empty) or {c} empty"], ["{a} empty and ({b} empty or {c} empty)", "({a} empty and {b} empty) or ({a} empty and {c} empty)"],
  ["({a} empty or {b} empty) and ({c} empty or {d} empty)", "({a} empty and {c} empty) or ({a} empty and {d} empty) or ({b} empty and {c} empty) or ({b} empty and {d} empty)"],
  [Array.from({ length: 4 }, () => "({a} empty or {b} empty)").join(" and "), null], ["{a-Comment} empty", null],
])("%s is kept as groups", (given, groupsOf) => {
  const read = fromExpression(given);
  expect(read && toExpression(read)).toBe(groupsOf);
});

it("stored before there were groups is read as groups", () => {
  const rules = [{ question: "a", operator: "answered", value: null }, { question: "b", operator: "is", value: "x" }];
  const stored = (join: string) => ({ ...draft([question("a", "text"), question("b", "text")]), pages: [{ ...newPage("p"), condition: { join, rules }, questions: [question("a", "text"), question("b", "text")] }] });
  expect(parseDraft(stored("and"))?.pages[0]?.condition).toEqual({ any: [rules] });
  expect(parseDraft(stored("or"))?.pages[0]?.condition).toEqual({ any: rules.map((one) => [one]) });
  expect(parseDraft(stored("xor"))).toBeNull();
});

it("is written in SurveyJS's language and read back the same", () => {
  fc.assert(fc.property(condition, (given) => {
    expect(fromExpression(toExpression(given))).toEqual(given);
  }));
});

it("holds here exactly when it holds in SurveyJS, and what is called dead never does", () => {
  fc.assert(fc.property(condition, answers, (given, values) => {
    const expression = toExpression(given);
    const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const here = holds(parseExpression(expression)!, known);
    const model = new SurveyModel({ elements: [{ type: "text", name: "q", visibleIf: expression }] });
    model.data = known;
    expect(model.getQuestionByName("q").isVisible, `${expression} ${JSON.stringify(known)}`).toBe(here);
    if (codes(draft([...asked, question("q", "text", given)])).some(([code]) => code === "dead")) expect(here).toBe(false);
  }), { numRuns: 150 });
}, 30_000);
