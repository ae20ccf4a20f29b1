import { describe, expect, it } from "vitest";
import { levelOf } from "../answer-levels.ts";
import { listElements } from "../elements.ts";
import { sampleAnswers, sampleQuestionnaire } from "../questionnaire.sample.ts";
import { shownBy } from "./shown-statement.ts";

const letters = { A: "a-instructions", B: "b-technical-measures", C: "c-organisational-measures", D: "d-deletion-and-return", F: "f-sub-processors", I: "i-breaches" };
const clean = {
  basis: "auditors-statement", statement_title: "ISAE 3000", standard: "isae-3000-gdpr", assurance: "high", statement_type: "type-2", period_from: "2025-10-01", period_to: "2026-09-30",
  independent: "yes", opinion: "unmodified", exceptions_found: "no", covers_services: "yes", covers_agreement: "yes", subprocessor_method: "inclusive", subprocessor_supervision: "yes",
  objectives: Object.values(letters), special_r1: "covered",
};
const k5 = sampleQuestionnaire(5);
const exceptions = (...refs: string[]) => ({ exceptions_found: "yes", exceptions: refs.map((ref) => ({ ref, finding: "Afvigelse" })) });
const shown = (change: Record<string, unknown> = {}, points = 8) => shownBy(k5, sampleAnswers({ ...clean, ...change }), { today: "2026-11-22", points });

describe("what a statement shows", () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ["a clean one", {}, "ABCDFI"],
    ["independence not declared (GAP-11)", { independent: null }, null],
    ["not independent", { independent: "no" }, null],
    ["not about processing agreements (K5-2)", { covers_agreement: "no" }, null],
    ["partly about them", { covers_agreement: "partly" }, "ABCDFI"],
    ["SOC 2 (GAP-14)", { standard: "soc-2" }, "BC"],
    ["SOC 2, which says itself that it is not about agreements (GAP-14)", { standard: "soc-2", covers_agreement: "no" }, "BC"],
    ["ISO 27701", { standard: "iso-27701" }, "BC"],
    ["exception in I.3 (GAP-5)", exceptions("I.3"), "ABCDF"],
    ["exceptions in B and D, written otherwise", exceptions("kontrol b7", "D 2 (2)"), "ACFI"],
    ["an exception that names no objective", exceptions("4.2"), ""],
    ["exception in SOC 2, which numbers otherwise", { standard: "soc-2", ...exceptions("A1.2") }, ""],
    ["did not look at the supervision of sub-processors (K5-4)", { subprocessor_supervision: "no" }, "ABCDI"],
    ["limited assurance", { assurance: "limited" }, null],
    ["qualified", { opinion: "qualified" }, null],
    ["a year and more ago", { period_to: "2025-11-21" }, null],
  ])("%s", (_, change, expected) => expect(shown(change)?.objectives.join("") ?? null).toBe(expected));

  it("shows nothing at all where neither objectives nor special requirements are left", () => expect(shown({ ...exceptions("4.2"), special_r1: "not-covered" })).toBeNull());
});

describe("a special requirement", () => {
  const asked = (special_r1: string | null) => {
    const agreement = { title: "A", specialRequirements: [{ id: "r1", textDa: "Al kommunikation er krypteret.", objectives: ["B"] }] };
    return listElements(sampleQuestionnaire(6, { agreement, points: 8, shown: shown({ special_r1, criteria: "generic" }) }).survey).find(({ name }) => name === "special_r1")?.choices?.[0]?.value;
  };
  it.each([["covered", "unchanged"], ["not-covered", "met"], [null, "met"]])("that the statement was said to leave at %s is asked with %s first", (answer, first) => expect(asked(answer)).toBe(first));
});

it.each<[string, number, string]>([["unchanged", 0, "met"], ["met", 0, "not-shown"], ["partly", 0, "not-shown"], ["met", 1, "met"], ["not-met", 0, "not-met"]])(
  "of what is shown already, %s with %i files is %s", (value, files, level) => {
    const { scoring } = sampleQuestionnaire(6, { points: 8, shown: shown() });
    expect(levelOf(scoring.access_review!, { value, comment: null }, files)).toBe(level);
  });
