import { describe, expect, it } from "vitest";
import { sampleQuestionnaire } from "#app/questionnaire/questionnaire.sample.ts";
import { openQuestions } from "./open-questions.ts";

const statement = sampleQuestionnaire(5);

describe("questions open after a return", () => {
  it("are the returned ones with what hangs on them", () => {
    expect([...openQuestions(statement, ["exceptions_found"])].sort()).toEqual(["exceptions", "exceptions_found"]);
    expect([...openQuestions(statement, ["breaches"])].sort()).toEqual(["breach_list", "breaches"]);
  });

  it("include the place for evidence of a returned question", () => {
    expect([...openQuestions(statement, ["special_r1"])]).toEqual(expect.arrayContaining(["instead_r1", "instead_r1_evidence"]));
  });

  it("are none where nothing was returned", () => {
    expect(openQuestions(statement, []).size).toBe(0);
  });
});
