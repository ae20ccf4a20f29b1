import { describe, expect, test } from "vitest";
import type { AuditorStatement } from "../auditor-statement.ts";
import { changedFacts } from "../clean-statement.sample.ts";
import type { StatementFacts } from "../statement-facts.ts";
import { gap1, gap14, gap9 } from "./depth.ts";

describe("GAP-1: high assurance from 7 points", () => {
  test.each<[number, AuditorStatement["assurance"], StatementFacts["basis"], boolean]>([
    [6, "limited", "auditors-statement", false],
    [7, "high", "auditors-statement", false],
    [7, "limited", "auditors-statement", true],
    [7, "unknown", "auditors-statement", true],
    [10, "limited", "auditors-statement", true],
    [7, "unknown", "other-partys-supervision", false],
    [7, "unknown", "joint-mandate", false],
  ])("%i points, %s, %s: fires %s", (points, assurance, basis, fires) => {
    const found = gap1(changedFacts({ points, basis }, { assurance }));
    const expected = { rule: "GAP-1", severity: "critical", blocking: true, source: "Datatilsynet 2021, koncept 5", question: null, values: { points, assurance } };
    expect(found).toEqual(fires ? [expected] : []);
  });
});

describe("GAP-9: type 1 only", () => {
  test.each<[AuditorStatement["type"], number, boolean, string | null]>([
    [2, 7, true, null],
    [null, 7, true, null],
    [1, 6, true, "minor false"],
    [1, 7, false, "major false"],
    [1, 7, true, "major true"],
  ])("type %s at %i points, refused by policy %s", (type, points, refuseTypeOne, expected) => {
    const found = gap9(changedFacts({ points, refuseTypeOne }, { type })).map(({ severity, blocking }) => `${severity} ${blocking}`);
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

describe("GAP-14: no opinion on the agreement", () => {
  test.each<[AuditorStatement["standard"], boolean]>([
    ["isae-3000-gdpr", false],
    ["other", false],
    ["isae-3402", true],
    ["soc-1", true],
    ["soc-2", true],
    ["iso-27001", true],
    ["iso-27701", true],
  ])("%s: fires %s", (standard, fires) => {
    expect(gap14(changedFacts({}, { standard })).map(({ rule, values }) => [rule, values.standard])).toEqual(fires ? [["GAP-14", standard]] : []);
  });
});
