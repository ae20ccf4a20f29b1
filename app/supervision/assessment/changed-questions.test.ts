import { describe, expect, test } from "vitest";
import { sampleQuestionnaire } from "#app/questionnaire/questionnaire.sample.ts";
import { changedQuestions } from "./changed-questions.ts";

const frozen = sampleQuestionnaire(3);
const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const returned = (question: string, revision: number, hour: number) => ({ question, revision, returnedAt: at(hour) });

describe("changedQuestions", () => {
  test("nothing was returned", () => expect(changedQuestions(frozen, [], 1)).toEqual({}));
  test("a return that is not answered yet changes nothing", () => expect(changedQuestions(frozen, [returned("agreement_met", 1, 9)], 1)).toEqual({}));
  test("an answered return changes its question from the next revision", () => {
    expect(changedQuestions(frozen, [returned("agreement_met", 1, 9)], 2)).toMatchObject({ agreement_met: 2 });
  });
  test("the last revision counts", () => {
    expect(changedQuestions(frozen, [returned("agreement_met", 1, 9), returned("agreement_met", 2, 10)], 3)).toMatchObject({ agreement_met: 3 });
  });
  test("of several returns of one revision only the last was answered", () => {
    const changed = changedQuestions(frozen, [returned("agreement_met", 1, 9), returned("covers_processing", 1, 10)], 2);
    expect(changed).not.toHaveProperty("agreement_met");
    expect(changed).toHaveProperty("covers_processing", 2);
  });
  test("a follow-up question changes with the one it follows", () => {
    expect(changedQuestions(frozen, [returned("breaches", 1, 9)], 2)).toMatchObject({ breaches: 2, breach_list: 2 });
  });
});
