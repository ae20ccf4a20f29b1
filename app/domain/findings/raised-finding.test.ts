import { describe, expect, it, test } from "vitest";
import { finding, subjectOf } from "./raised-finding.ts";

const given = { rule: "GAP-1", severity: "critical", source: "Datatilsynet 2021, koncept 5" } as const;

describe("finding", () => {
  it("is not blocking, of no question and without values unless told", () => {
    expect(finding(given)).toEqual({ ...given, blocking: false, question: null, values: {} });
    expect(finding({ ...given, blocking: true, question: "q", values: { points: 7 } })).toEqual({ ...given, blocking: true, question: "q", values: { points: 7 } });
  });
});

test.each<[Record<string, string | number>, string]>([
  [{}, ""],
  [{ points: 7, assurance: "limited" }, ""],
  [{ weight: 3 }, ""],
  [{ requirement: "s1", covered: "no" }, "s1"],
  [{ exception: "B.6", response: "none", dueOn: "2026-03-01" }, "B.6"],
  [{ subprocessor: "Drift ApS", difference: "not-approved" }, "Drift ApS"],
  [{ objective: "G", coverage: "missing" }, "G"],
  [{ control: "CC1" }, "CC1"],
  [{ breach: "b1" }, "b1"],
  [{ part: "processing" }, "processing"],
  [{ aspect: "old", to: "2025-12-31" }, "old"],
])("the subject of a finding with %j is %j", (values, subject) => {
  expect(subjectOf(finding({ ...given, values }))).toBe(subject);
});
