import { expect, it } from "vitest";
import { MUNICIPAL_PROCEDURES } from "#app/domain/concept/procedures.ts";
import { limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import { labelOf, limitsByKind } from "./compose/limit-words.ts";
import { listElements } from "./elements.ts";
import { hasPart, partsOf, readSupplements } from "./parts.ts";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";
import type { Concept, FrozenQuestionnaire } from "./types.ts";
import { listVisible } from "./visible.ts";

/** Limits on supervision itself: the request, or a question about the procedure, is what keeps them. */
const supervision = ["auditor-statement", "statement-sending", "status", "physical-visit", "subprocessor-statement", "subprocessor-statement-sending", "subprocessor-visit"];

it.each([
  [5, [6, 3, 6, 5, 1, 9], [3, 6]],
  [2, [], []],
  [1, [2], [2]],
])("concept %i with %j is kept as %j", (primary, given, kept) => expect(readSupplements(primary, given)).toEqual(kept));

it("an older questionnaire consists of its own concept", () => {
  expect(partsOf({ concept: 4 })).toEqual([4]);
  expect(hasPart({ concept: 5, parts: [5, 6] }, 6)).toBe(true);
  expect(hasPart({ concept: 5 }, 6)).toBe(false);
});

it("joins two concepts in one questionnaire, each question once", () => {
  const frozen = sampleQuestionnaire(5, { supplements: [6] });
  const names = listElements(frozen.survey).map(({ name }) => name);
  expect(partsOf(frozen)).toEqual([5, 6]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["statement_title", "access_review", "special_r1", "breaches"]));
  expect(frozen.survey.pages.at(-1)?.name).toBe("breaches");
  expect(frozen.scoring).toHaveProperty("access_review");
});

it("asks under concepts 5 and 6 what the statement examined, and how they supervise sub-processors themselves, with its evidence", () => {
  const { survey, scoring } = sampleQuestionnaire(5, { supplements: [6], points: 8 });
  const named = listElements(survey).filter(({ name }) => name.includes("subprocessor_supervision")).map(({ name, choices, visibleIf }) => [name, choices?.[0]?.value, visibleIf]);
  const notShown = "{objectives} notempty and {objectives} notcontains 'f-sub-processors' or {standard} anyof ['isae-3402', 'soc-1', 'soc-2', 'iso-27001', 'iso-27701'] or {subprocessor_supervision} = 'no'";
  expect(named).toEqual([
    ["subprocessor_supervision", "yes", "{subprocessor_method} anyof ['inclusive', 'carve-out', 'unknown']"],
    ["own_subprocessor_supervision", "met", notShown],
    ["own_subprocessor_supervision_evidence", undefined, `(${notShown}) and ({own_subprocessor_supervision} anyof ['met', 'partly'])`],
  ]);
  expect([scoring.subprocessor_supervision?.evidence, scoring.own_subprocessor_supervision?.evidence]).toEqual(["none", "required"]);
});

it.each<[string, Record<string, unknown>, string[]]>([
  ["a statement on the agreement", { standard: "isae-3000-gdpr" }, []],
  ["SOC 2, which shows security alone", { standard: "soc-2" }, ["instructions", "own_subprocessor_supervision", "end_of_service"]],
  ["one that did not look at sub-processors", { standard: "isae-3000-gdpr", subprocessor_supervision: "no" }, ["own_subprocessor_supervision"]],
  ["one that leaves out security", { standard: "isae-3000-gdpr", objectives: ["a-instructions", "d-deletion-and-return", "f-sub-processors"] }, ["access_control"]],
])("asks beside %s what it does not show", (_, change, expected) => {
  const objectives = ["a-instructions", "b-technical-measures", "d-deletion-and-return", "f-sub-processors"];
  const answers = sampleAnswers({ objectives, subprocessor_method: "inclusive", subprocessor_supervision: "yes", ...change });
  const asked = listVisible(sampleQuestionnaire(5, { supplements: [6], points: 8 }), answers).flatMap(({ elements }) => elements.map(({ name }) => name));
  expect(asked.filter((name) => ["instructions", "access_control", "own_subprocessor_supervision", "end_of_service"].includes(name))).toEqual(expected);
});

it.each<[Concept, Concept[]]>([[3, []], [5, []], [5, [6]], [4, [6]], [6, []], [3, [5]], [6, [3, 5]]])("tells of every limit agreed where no other answer hides it: %i with %j", (concept, supplements) => {
  const limits = limitsOfSet("municipal");
  const { survey } = sampleQuestionnaire(concept, { supplements, points: 8, agreement: { title: "A", specialRequirements: [], limits, procedures: MUNICIPAL_PROCEDURES } });
  const asked = listElements(survey).filter(({ name, visibleIf }) => visibleIf === undefined || name === "limits_met");
  const said = asked.map(({ title, description }) => `${title?.da}\n${description?.da}`.toLowerCase()).join("\n");
  const kinds = limitsByKind(limits).map(({ kind }) => kind).filter((kind) => !supervision.includes(kind));
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => !said.includes(labelOf(kind).da.toLowerCase()))).toEqual([]);
});

it("asks the controller's own questions instead of ours under concept 6, and still what the agreement brings", () => {
  const yesNo = [{ value: "yes", text: { da: "Ja", en: "Yes" } }, { value: "no", text: { da: "Nej", en: "No" } }];
  const own: FrozenQuestionnaire = {
    id: "k6", version: 3, concept: 6, minutes: 5,
    survey: { locale: "da", title: { da: "Vores spørgsmål", en: "Our questions" }, pages: [{ name: "security", title: { da: "Rum", en: "Rooms" }, elements: [{ type: "radiogroup", name: "locked_room", title: { da: "Er rummet aflåst?", en: "Is the room locked?" }, choices: yesNo }] }] },
    scoring: { locked_room: { weight: 1, critical: false, requirements: ["G2"], evidence: "none", levels: { yes: "met", no: "not-met" }, source: "Eget krav" } },
  };
  const frozen = sampleQuestionnaire(6, { own });
  const names = listElements(frozen.survey).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(["locked_room", "subprocessors_new"]);
  expect(names).toEqual(expect.arrayContaining(["special_r1", "breaches"]));
  expect(names).not.toContain("access_review");
  expect([frozen.survey.title.da, frozen.survey.pages[0]?.name, frozen.scoring.locked_room?.weight]).toEqual(["Vores spørgsmål", "own_security", 1]);
  const statementFirst = sampleQuestionnaire(5, { own, supplements: [6] });
  const asked = listElements(statementFirst.survey).map(({ name }) => name).filter((name) => ["statement_title", "locked_room", "instead_r1"].includes(name));
  expect(asked).toEqual(["statement_title", "locked_room", "instead_r1"]);
});
