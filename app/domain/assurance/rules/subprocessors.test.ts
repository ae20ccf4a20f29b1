import { describe, expect, test } from "vitest";
import type { AuditorStatement } from "../auditor-statement.ts";
import { changedFacts } from "../clean-statement.sample.ts";
import { gap6, gap7 } from "./subprocessors.ts";

type Method = AuditorStatement["subprocessorMethod"];
const listed = (name: string, method: "carve-out" | "inclusive" | "unknown", evidenceRef: string | null = null) => ({ name, method, evidenceRef });

describe("GAP-6: sub-processors outside the statement", () => {
  test.each<[string, Method, AuditorStatement["subprocessors"], string[], string[]]>([
    ["inside", "inclusive", [listed("Drift ApS", "inclusive")], ["Drift ApS"], []],
    ["carved out, no evidence", "carve-out", [listed("Drift ApS", "carve-out")], ["Drift ApS"], ["major Drift ApS"]],
    ["carved out, with evidence", "carve-out", [listed("Drift ApS", "carve-out", "e1")], ["Drift ApS"], []],
    ["one of two carved out", "inclusive", [listed("A", "inclusive"), listed("B", "carve-out")], [], ["major B"]],
    ["carved out, no list: the approved ones", "carve-out", null, ["A", "B"], ["major A", "major B"]],
    ["carved out, no list and none approved", "carve-out", null, [], ["major "]],
    ["method unknown", "unknown", null, ["A"], ["minor A"]],
    ["method unknown, none approved", "unknown", null, [], []],
    ["the report knows none", "none", null, ["A"], []],
    ["inclusive, no list", "inclusive", null, ["A"], []],
  ])("%s", (_, subprocessorMethod, subprocessors, approvedSubprocessors, expected) => {
    const found = gap6(changedFacts({ approvedSubprocessors }, { subprocessorMethod, subprocessors }));
    expect(found.map(({ severity, values }) => `${severity} ${values.subprocessor}`)).toEqual(expected);
  });

  test.each<[string, Method, AuditorStatement["subprocessors"], string[], string[]]>([
    ["inside", "inclusive", [listed("Drift ApS", "inclusive")], ["Drift ApS"], ["minor Drift ApS unexamined"]],
    ["inside, with evidence", "inclusive", [listed("Drift ApS", "inclusive", "e1")], ["Drift ApS"], []],
    ["carved out", "carve-out", [listed("Drift ApS", "carve-out")], ["Drift ApS"], ["major Drift ApS undefined"]],
    ["method unknown", "unknown", null, ["A"], ["major A undefined"]],
    ["nobody named", "unknown", null, [], ["major  unnamed"]],
    ["the report knows none", "none", null, ["A"], []],
  ])("their supervision not examined, %s", (_, subprocessorMethod, subprocessors, approvedSubprocessors, expected) => {
    const found = gap6(changedFacts({ approvedSubprocessors, subprocessorSupervisionExamined: false }, { subprocessorMethod, subprocessors }));
    expect(found.map(({ severity, values }) => `${severity} ${values.subprocessor} ${values.bound}`)).toEqual(expected);
  });
});

describe("GAP-7: approved and reported sub-processors", () => {
  test.each<[string, string[], string[], string[], string[]]>([
    ["assumed and reported", ["A", "B"], ["A"], ["b"], ["assumed B major"]],
    ["assumed and not reported", ["A"], ["A"], ["B"], ["assumed-not-in-report B minor"]],
    ["approved and assumed for something else", ["A"], ["A"], [], []],
  ])("%s", (_, names, approvedSubprocessors, assumedSubprocessors, expected) => {
    const found = gap7(changedFacts({ approvedSubprocessors, assumedSubprocessors }, { subprocessors: names.map((name) => listed(name, "inclusive")) }));
    expect(found.map(({ severity, values }) => `${values.difference} ${values.subprocessor} ${severity}`)).toEqual(expected);
  });

  test("those assumed are asked about by GAP-6 too", () => {
    const found = gap6(changedFacts({ approvedSubprocessors: [], assumedSubprocessors: ["B"] }, { subprocessorMethod: "carve-out", subprocessors: null }));
    expect(found.map(({ values }) => values.subprocessor)).toEqual(["B"]);
  });

  test.each<[string, Method, string[] | null, string[], string[]]>([
    ["the same", "inclusive", ["A", "B"], ["B", "A"], []],
    ["the same but for case and spaces", "inclusive", [" drift  APS"], ["Drift ApS"], []],
    ["one not approved", "inclusive", ["A", "B"], ["A"], ["not-approved B"]],
    ["one not in the report", "inclusive", ["A"], ["A", "C"], ["not-in-report C"]],
    ["both ways", "inclusive", ["A"], ["C"], ["not-approved A", "not-in-report C"]],
    ["an empty report list", "unknown", [], ["C"], ["not-in-report C"]],
    ["no list recorded", "unknown", null, ["C"], []],
    ["the report says none are used", "none", null, ["C"], ["not-in-report C"]],
    ["none at either side", "none", null, [], []],
  ])("%s", (_, subprocessorMethod, names, approvedSubprocessors, expected) => {
    const subprocessors = names?.map((name) => listed(name, "inclusive")) ?? null;
    const found = gap7(changedFacts({ approvedSubprocessors }, { subprocessorMethod, subprocessors }));
    expect(found.map(({ values }) => `${values.difference} ${values.subprocessor}`)).toEqual(expected);
  });
});
