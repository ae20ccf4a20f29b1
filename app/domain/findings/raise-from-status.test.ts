import { describe, expect, it, test } from "vitest";
import { raiseFromStatus, type StatusFacts } from "./raise-from-status.ts";

const full: StatusFacts = { coversProcessing: true, coversSubprocessors: true, breaches: [] };

describe("raiseFromStatus", () => {
  test.each<[string, Partial<StatusFacts>, string[]]>([
    ["covers everything", {}, []],
    ["no sub-processors are used", { coversSubprocessors: "none" }, []],
    ["leaves out processing", { coversProcessing: false }, ["processing major"]],
    ["does not say whether it covers all processing", { coversProcessing: null }, ["processing minor"]],
    ["leaves out sub-processors", { coversSubprocessors: false }, ["subprocessors major"]],
    ["is silent on both", { coversProcessing: null, coversSubprocessors: null }, ["processing minor", "subprocessors minor"]],
  ])("a status that %s", (_, change, expected) => {
    const found = raiseFromStatus({ ...full, ...change });
    expect(found.map(({ values, severity }) => `${values.part} ${severity}`)).toEqual(expected);
    expect(found.every(({ rule }) => rule === "K3-COVERAGE")).toBe(true);
  });

  it("adds the breach rules, each finding with the question it came from", () => {
    const found = raiseFromStatus({
      coversProcessing: false,
      coversSubprocessors: true,
      breaches: [{ ref: "b1", dealtWith: true, notified: false }],
      questions: { coverage: "q-coverage", breaches: "q-breaches" },
    });
    expect(found.map(({ rule, question }) => [rule, question])).toEqual([
      ["K3-COVERAGE", "q-coverage"],
      ["K3-BREACH-UNNOTIFIED", "q-breaches"],
    ]);
  });
});
