import { describe, expect, it } from "vitest";
import type { Level } from "#app/domain/scoring/level.ts";
import { answerLevels, levelOf } from "./answer-levels.ts";
import { progressOf } from "./progress.ts";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";

const k6 = sampleQuestionnaire(6);

describe("the level an answer claims", () => {
  const rule = { ...k6.scoring.access_review! };
  it.each<[string | null, number, "none" | "optional" | "required", Level]>([
    ["met", 0, "required", "not-shown"],
    ["partly", 0, "required", "not-shown"],
    ["not-met", 0, "required", "not-met"],
    ["not-applicable", 0, "required", "not-applicable"],
    ["met", 1, "required", "met"],
    ["met", 0, "optional", "met"],
    ["met", 0, "none", "met"],
    [null, 1, "required", "unanswered"],
    ["", 0, "required", "unanswered"],
    ["toString", 1, "required", "unanswered"],
  ])("%s with %i files, evidence %s: %s", (value, files, evidence, level) => {
    expect(levelOf({ ...rule, evidence }, { value, comment: null }, files)).toBe(level);
  });
});

it("gives every scored question in order, with what its finding needs", () => {
  const items = answerLevels(k6, sampleAnswers({ instructions: "met", access_review: "met", backup: "met" }), { backup_evidence: 1 });
  expect(items.map(({ question }) => question)).toEqual(Object.keys(k6.scoring));
  expect(items[0]).toEqual({ question: "instructions", weight: 3, critical: true, level: "met", required: true, source: "GDPR art. 28(3)(a); 001 4.1" });
  expect(items.filter(({ level }) => level !== "unanswered").map(({ question, level }) => [question, level])).toEqual([["instructions", "met"], ["access_review", "not-shown"], ["backup", "met"]]);
});

it("leaves out what the answers hide", () => {
  const k5 = sampleQuestionnaire(5);
  const names = (method: string) => answerLevels(k5, sampleAnswers({ subprocessor_method: method }), {}).map(({ question }) => question);
  expect(names("none")).not.toContain("subprocessor_supervision");
  expect(names("carve-out")).toContain("subprocessor_supervision");
});

it("asks instead for what the statement leaves out: the question about the statement itself counts no more", () => {
  const items = answerLevels(sampleQuestionnaire(5), sampleAnswers({ special_r1: "not-covered" }), {});
  expect(items.filter(({ question }) => question.endsWith("_r1")).map(({ question, level }) => [question, level])).toEqual([["special_r1", "not-applicable"], ["instead_r1", "unanswered"]]);
});

describe("progress", () => {
  const k2 = sampleQuestionnaire(2);
  it.each<[Record<string, unknown>, number, number, number]>([
    [{}, 0, 5, 5],
    [{ confirmation: "confirmed" }, 1, 4, 5],
    [{ confirmation: "not-confirmed" }, 1, 5, 6],
    [{ confirmation: "not-confirmed", reservations: " " }, 1, 5, 6],
    [{ confirmation: "confirmed", agreement_confirmed: "2", special_r1: "met", signatory_name: "a", signatory_title: "b" }, 5, 0, 5],
  ])("%j", (values, answered, required, total) => expect(progressOf(k2, sampleAnswers(values))).toEqual({ answered, required, total }));

  it.each<[Record<string, unknown>, number]>([
    [{ breaches: "no" }, 0],
    [{ breaches: "yes" }, 1],
    [{ breaches: "yes", breach_list: [{ discovered_on: "2026-01-01" }] }, 1],
    [{ breaches: "yes", breach_list: [{ discovered_on: "2026-01-01", what: "a", dealt_with: "yes", measures: "b" }] }, 0],
  ])("counts a breach as answered only when it is described in full: %j", (values, missing) => {
    const k3 = sampleQuestionnaire(3, { agreement: { title: "A", specialRequirements: [] } });
    const breaches = { ...k3, survey: { ...k3.survey, pages: k3.survey.pages.filter(({ name }) => name === "breaches") } };
    expect(progressOf(breaches, sampleAnswers(values)).required).toBe(missing);
  });

  it("asks for the reason that must stand beside an answer", () => {
    const k6 = sampleQuestionnaire(6);
    const open = (comment: string | null) => progressOf(k6, sampleAnswers({ logging: { value: "not-applicable", comment } })).answered;
    expect([open(null), open("Ingen log")]).toEqual([0, 1]);
  });

  it("counts evidence where it must be given", () => {
    const k5 = sampleQuestionnaire(5);
    expect(progressOf(k5, {}, { statement_evidence: 1 }).answered).toBe(1);
  });
});
