import { describe, expect, it, test } from "vitest";
import type { AuditorStatement } from "./auditor-statement.ts";
import { checklistK5 } from "./checklist-k5.ts";
import { changedFacts, CLEAN_FACTS, CLEAN_STATEMENT } from "./clean-statement.sample.ts";
import type { StatementFacts } from "./statement-facts.ts";

const auditor = CLEAN_STATEMENT.auditor;
const exceptions = [{ ref: "B.6", text: "", managementResponse: null, dueOn: null }];

describe("checklistK5", () => {
  it("is met in all eight points by a clean statement", () => {
    expect(checklistK5(CLEAN_FACTS).map(({ id, met, because }) => [id, met, because])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [`K5-${number}`, "yes", []]));
  });

  test.each<[string, string, Partial<Omit<StatementFacts, "statement">>, Partial<AuditorStatement>, string]>([
    ["service outside", "K5-1", { serviceCovered: false }, {}, "no GAP-2"],
    ["service not checked", "K5-1", { serviceCovered: null }, {}, "unclear GAP-2"],
    ["financial reporting", "K5-2", {}, { standard: "isae-3402" }, "no GAP-14"],
    ["adverse opinion", "K5-2", {}, { opinion: "adverse" }, "no GAP-4"],
    ["qualified opinion", "K5-2", {}, { opinion: "qualified" }, "unclear GAP-4"],
    ["objective missing", "K5-2", {}, { objectives: { ...CLEAN_STATEMENT.objectives, D: undefined } }, "unclear GAP-8"],
    ["other standard", "K5-2", {}, { standard: "other" }, "unclear "],
    ["other standard against our agreement", "K5-2", {}, { standard: "other", criteria: "specific-agreement" }, "yes "],
    ["not about agreements", "K5-2", { coversAgreement: "no" }, {}, "no "],
    ["partly about agreements", "K5-2", { coversAgreement: "partly" }, {}, "unclear "],
    ["about agreements not said", "K5-2", { coversAgreement: null }, { criteria: "specific-agreement" }, "unclear "],
    ["no special requirements", "K5-3", { specialRequirements: [] }, {}, "yes "],
    ["special requirement left out", "K5-3", { specialRequirements: [{ id: "s1", coveredByStatement: false }] }, {}, "no GAP-3"],
    ["special requirement not checked", "K5-3", { specialRequirements: [{ id: "s1", coveredByStatement: null }] }, {}, "unclear GAP-3"],
    ["carved out", "K5-4", {}, { subprocessorMethod: "carve-out", subprocessors: null }, "no GAP-6"],
    ["method and list unknown", "K5-4", {}, { subprocessorMethod: "unknown", subprocessors: null }, "unclear GAP-6"],
    ["lists differ", "K5-4", { approvedSubprocessors: [] }, {}, "unclear GAP-7"],
    ["no sub-processors", "K5-4", { approvedSubprocessors: [] }, { subprocessorMethod: "unknown", subprocessors: null }, "yes "],
    ["supervision of sub-processors not examined", "K5-4", { subprocessorSupervisionExamined: false }, {}, "no GAP-6"],
    ["whether it is examined not said", "K5-4", { subprocessorSupervisionExamined: null }, {}, "unclear "],
    ["nobody to examine", "K5-4", { subprocessorSupervisionExamined: null, approvedSubprocessors: [] }, { subprocessorMethod: "none", subprocessors: [] }, "yes "],
    ["same group", "K5-5", {}, { auditor: { ...auditor, relatedToProcessor: true } }, "no GAP-11"],
    ["independence denied", "K5-5", {}, { auditor: { ...auditor, independenceDeclared: false } }, "no GAP-11"],
    ["independence not stated", "K5-5", {}, { auditor: { ...auditor, independenceDeclared: null } }, "unclear GAP-11"],
    ["limited assurance at 7", "K5-6", {}, { assurance: "limited" }, "no GAP-1"],
    ["assurance unknown at 7", "K5-6", {}, { assurance: "unknown" }, "unclear GAP-1"],
    ["limited assurance at 6", "K5-6", { points: 6 }, { assurance: "limited" }, "yes "],
    ["trade association at 7", "K5-6", { basis: "other-partys-supervision" }, { assurance: "unknown" }, "yes "],
    ["exception not assessed", "K5-7", {}, { exceptions }, "unclear GAP-5"],
    ["not received", "K5-7", { receivedOn: null }, {}, "unclear "],
    ["exception assessed", "K5-7", { assessedExceptions: ["B.6"] }, { exceptions }, "yes "],
    ["breaches not answered", "K5-8", { breachQuestionAnswered: false }, {}, "no "],
    ["breaches not asked", "K5-8", { breachQuestionAnswered: null }, {}, "unclear "],
    ["exception not followed up", "K5-8", {}, { exceptions }, "unclear GAP-5"],
  ])("%s: %s", (_, id, facts, statement, expected) => {
    const item = checklistK5(changedFacts(facts, statement)).find((found) => found.id === id);
    expect(`${item?.met} ${item?.because.join(",")}`).toBe(expected);
  });
});
