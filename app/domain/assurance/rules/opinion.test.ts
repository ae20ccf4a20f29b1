import { describe, expect, it, test } from "vitest";
import type { AuditorStatement, StatementException } from "../auditor-statement.ts";
import { changedFacts } from "../clean-statement.sample.ts";
import { gap4, gap5 } from "./opinion.ts";

describe("GAP-4: a modified opinion", () => {
  test.each<[AuditorStatement["opinion"], string | null]>([
    ["unmodified", null],
    ["qualified", "major"],
    ["adverse", "critical"],
    ["disclaimer", "critical"],
  ])("%s", (opinion, severity) => {
    const found = gap4(changedFacts({}, { opinion }));
    expect(found.map((finding) => [finding.rule, finding.severity, finding.blocking])).toEqual(severity === null ? [] : [["GAP-4", severity, true]]);
  });

  it("is silent on an emphasis of matter", () => {
    expect(gap4(changedFacts({}, { emphasis: ["A new data centre from March"] }))).toEqual([]);
  });
});

describe("GAP-5: exceptions without our assessment", () => {
  const answered: StatementException = { ref: "B.6", text: "Two leavers kept access", managementResponse: "Closed", dueOn: "2026-03-01" };
  const silent: StatementException = { ref: "D.2", text: "No erasure log", managementResponse: " ", dueOn: null };

  it("gives one task for each, with what the processor said of it", () => {
    expect(gap5(changedFacts({}, { exceptions: [answered, silent] })).map(({ rule, values }) => [rule, values])).toEqual([
      ["GAP-5", { exception: "B.6", response: "given", dueOn: "2026-03-01" }],
      ["GAP-5", { exception: "D.2", response: "none" }],
    ]);
  });

  it("is silent on those assessed, and without exceptions", () => {
    expect(gap5(changedFacts({ assessedExceptions: ["B.6", "D.2"] }, { exceptions: [answered, silent] }))).toEqual([]);
    expect(gap5(changedFacts({}))).toEqual([]);
  });
});
