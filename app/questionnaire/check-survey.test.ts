import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { checkSurvey } from "./check-survey.ts";
import { sampleQuestionnaire } from "./questionnaire.sample.ts";

const text = { da: "Spørgsmål", en: "Question" };
const plain = { type: "comment", name: "a", title: text };
const withElement = (element: unknown) => ({ locale: "da", title: text, pages: [{ name: "p", title: text, elements: [plain, element] }] });
const radio = (change: object) => withElement({ type: "radiogroup", name: "b", title: text, choices: [{ value: "yes", text }], ...change });

it("accepts a plain survey", () => expect(checkSurvey(radio({ visibleIf: "{a} notempty" })).ok).toBe(true));
it.each([2, 3, 4, 5, 6] as const)("accepts what is composed for concept %i", (concept) => expect(checkSurvey(sampleQuestionnaire(concept).survey)).toMatchObject({ ok: true }));

describe("hostile surveys", () => {
  it.each<[string, unknown]>([
    ["not an object", "x"],
    ["a list", []],
    ["null", null],
    ["no pages", { locale: "da", title: text }],
    ["an html question", withElement({ type: "html", name: "b", html: "<script>alert(1)</script>" })],
    ["an image question", withElement({ type: "image", name: "b", imageLink: "https://example.org/a.png" })],
    ["an image picker", withElement({ type: "imagepicker", name: "b" })],
    ["a signature pad", withElement({ type: "signaturepad", name: "b" })],
    ["an expression question", withElement({ type: "expression", name: "b", expression: "1" })],
    ["a matrix", withElement({ type: "matrixdynamic", name: "b" })],
    ["a nested panel", withElement({ type: "panel", name: "b", elements: [] })],
    ["a type from the prototype", withElement({ type: "constructor", name: "b" })],
    ["no type", withElement({ name: "b" })],
    ["remote choices", radio({ choicesByUrl: { url: "https://example.org" } })],
    ["choices of another question", radio({ choicesFromQuestion: "a" })],
    ["a default value by expression", radio({ defaultValueExpression: "1" })],
    ["a value set by expression", radio({ setValueExpression: "{a}" })],
    ["a renderer", radio({ renderAs: "x" })],
    ["a custom component", radio({ itemComponent: "x" })],
    ["a logo", { ...radio({}), logo: "https://example.org/logo.svg" }],
    ["a background", { ...radio({}), backgroundImage: "https://example.org/b.png" }],
    ["html on completion", { ...radio({}), completedHtml: "<b>x</b>" }],
    ["navigation on completion", { ...radio({}), navigateToUrl: "https://example.org" }],
    ["triggers", { ...radio({}), triggers: [{ type: "runexpression", runExpression: "x()" }] }],
    ["calculated values", { ...radio({}), calculatedValues: [{ name: "x", expression: "1" }] }],
    ["posting elsewhere", { ...radio({}), surveyPostId: "x" }],
    ["a cookie", { ...radio({}), cookieName: "x" }],
    ["elements outside pages", { ...radio({}), elements: [plain] }],
    ["a script in a title", radio({ title: { da: "<script>alert(1)</script>", en: "x" } })],
    ["an image in a choice", radio({ choices: [{ value: "yes", text: { da: "<img src=x onerror=alert(1)>", en: "x" } }] })],
    ["piping in a title", radio({ title: { da: "{a}", en: "x" } })],
    ["text direction tricks", radio({ title: { da: "a\u202eb", en: "x" } })],
    ["a control character", radio({ title: "a\u0000b" })],
    ["an unknown language", radio({ title: { da: "x", xx: "y" } })],
    ["a text that is a number", radio({ title: 7 })],
    ["too long a text", radio({ title: "x".repeat(4_001) })],
    ["a function in a condition", radio({ visibleIf: "iif({a} = 'x', true, false)" })],
    ["a call without end", radio({ visibleIf: "a(".repeat(100) })],
    ["too long a condition", radio({ visibleIf: `{a} = '${"x".repeat(400)}'` })],
    ["a condition on nothing known", radio({ visibleIf: "{elsewhere} = 'x'" })],
    ["a pattern", radio({ validators: [{ type: "regex", regex: "(a+)+$" }] })],
    ["an unknown validator", radio({ validators: [{ type: "constructor" }] })],
    ["a function in a validator", radio({ validators: [{ type: "expression", expression: "fetch('x')" }] })],
    ["an enabled-if on a choice", radio({ choices: [{ value: "yes", text, visibleIf: "{a} empty" }] })],
    ["a choice without words", radio({ choices: ["yes"] })],
    ["a choice of an odd value", radio({ choices: [{ value: "__proto__", text }] })],
    ["the same choice twice", radio({ choices: [{ value: "a", text }, { value: "a", text }] })],
    ["no choices", radio({ choices: [] })],
    ["too many choices", radio({ choices: Array.from({ length: 61 }, (_, i) => ({ value: `v${i}`, text })) })],
    ["the same name twice", radio({ name: "a" })],
    ["a reserved name", radio({ name: "__proto__" })],
    ["a name with spaces", radio({ name: "b c" })],
    ["a prototype in the JSON", JSON.parse(JSON.stringify(radio({})).replace('"name":"b"', '"name":"b","__proto__":{"html":"x"}'))],
    ["a file kept as text", withElement({ type: "file", name: "b_evidence", storeDataAsText: true })],
    ["a file without saying how it is kept", withElement({ type: "file", name: "b_evidence" })],
    ["a file by another name", withElement({ type: "file", name: "b", storeDataAsText: false })],
    ["a question that looks like evidence", radio({ name: "a_evidence" })],
    ["a masked text", withElement({ type: "text", name: "b", maskType: "pattern" })],
    ["a password", withElement({ type: "text", name: "b", inputType: "password" })],
    ["a panel in a panel", withElement({ type: "paneldynamic", name: "b", maxPanelCount: 2, templateElements: [{ type: "paneldynamic", name: "c", maxPanelCount: 2, templateElements: [] }] })],
    ["a file in a panel", withElement({ type: "paneldynamic", name: "b", maxPanelCount: 2, templateElements: [{ type: "file", name: "c_evidence", storeDataAsText: false }] })],
    ["panels without end", withElement({ type: "paneldynamic", name: "b", templateElements: [plain] })],
    ["too many panels", withElement({ type: "paneldynamic", name: "b", maxPanelCount: 51, templateElements: [plain] })],
    ["too many pages", { locale: "da", title: text, pages: Array.from({ length: 21 }, (_, i) => ({ name: `p${i}`, title: text, elements: [] })) }],
    ["too many questions", { locale: "da", title: text, pages: [{ name: "p", title: text, elements: Array.from({ length: 401 }, (_, i) => ({ type: "comment", name: `q${i}` })) }] }],
    ["too deep", withElement(Array.from({ length: 30 }).reduce<object>((inner) => ({ x: inner }), {}))],
    ["too large", withElement({ ...plain, name: "b", title: { da: "x".repeat(600_001), en: "x" } })],
  ])("%s", (_, survey) => expect(checkSurvey(survey).ok).toBe(false));
});

it("says where and what", () => {
  expect(checkSurvey(radio({ choicesByUrl: {} }))).toEqual({ ok: false, problems: [{ path: ".pages[0].elements[1].choicesByUrl", code: "not-allowed" }] });
});

it("never throws, and accepts nothing by chance", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), (json) => {
    expect(checkSurvey(JSON.parse(json)).ok).toBe(false);
  }), { numRuns: 500 });
});

it("refuses any one property added anywhere in a good survey", () => {
  const survey = sampleQuestionnaire(6).survey;
  const places = survey.pages.flatMap((page, p) => [[p, -1], ...page.elements.map((_, e) => [p, e])]);
  fc.assert(fc.property(fc.constantFrom(...places), fc.string({ minLength: 1, maxLength: 12 }), ([p, e], key) => {
    const copy = structuredClone(survey);
    const at: object = e === -1 ? copy.pages[p!]! : copy.pages[p!]!.elements[e!]!;
    fc.pre(!(key in at) && !["requiredIf", "visibleIf", "min", "max", "description", "placeholder"].includes(key));
    Object.assign(at, { [key]: { html: "x" } });
    expect(checkSurvey(copy).ok).toBe(false);
  }), { numRuns: 200 });
});
