import { describe, expect, test } from "vitest";
import type { AuditorStatement } from "../auditor-statement.ts";
import { changedFacts } from "../clean-statement.sample.ts";
import type { StatementFacts } from "../statement-facts.ts";
import { gap10, gap12 } from "./period.ts";

const typeOne = { type: 1, periodFrom: null, periodTo: null } as const;

describe("GAP-10: the period", () => {
  test.each<[string, Partial<Omit<StatementFacts, "statement">>, Partial<AuditorStatement>, string[]]>([
    ["a full year, following on", {}, {}, []],
    ["exactly six months", {}, { periodFrom: "2025-07-01", periodTo: "2025-12-31" }, ["gap"]],
    ["exactly six months, no earlier one", { previousPeriodEnd: null }, { periodFrom: "2025-07-01", periodTo: "2025-12-31" }, []],
    ["a day under six months", { previousPeriodEnd: null }, { periodFrom: "2025-07-02", periodTo: "2025-12-31" }, ["short"]],
    ["a day missing since the last", { previousPeriodEnd: "2024-12-30" }, {}, ["gap"]],
    ["overlapping the last", { previousPeriodEnd: "2025-03-31" }, {}, []],
    ["ended twelve months ago to the day", { today: "2026-12-31" }, {}, []],
    ["ended a day more than twelve months ago", { today: "2027-01-01" }, {}, ["old"]],
    ["short, with a gap, and old", { today: "2027-01-01" }, { periodFrom: "2025-10-01" }, ["short", "gap", "old"]],
    ["no period stated", {}, { periodTo: null }, ["not-stated"]],
    ["an ISO certificate has none", {}, { standard: "iso-27001", type: null, periodFrom: null, periodTo: null }, []],
    ["type 1, fresh", {}, { ...typeOne, asAtDate: "2025-11-22" }, []],
    ["type 1, a day too old", {}, { ...typeOne, asAtDate: "2025-11-21" }, ["old"]],
    ["type 1 without its date", {}, typeOne, ["not-stated"]],
  ])("%s", (_, facts, statement, expected) => {
    const found = gap10(changedFacts(facts, statement));
    expect(found.map(({ values }) => values.aspect)).toEqual(expected);
    expect(found.every(({ rule, blocking }) => rule === "GAP-10" && !blocking)).toBe(true);
  });

  test("a gap counts its uncovered days", () => {
    const [gap] = gap10(changedFacts({ previousPeriodEnd: "2024-12-21" }));
    expect(gap?.values).toEqual({ aspect: "gap", previousEnd: "2024-12-21", from: "2025-01-01", days: 10 });
  });
});

describe("GAP-12: sent in time", () => {
  test.each<[string | null, string | null, number | null, number | null]>([
    ["2026-02-15", "2026-03-17", 30, null],
    ["2026-02-15", "2026-03-18", 30, 31],
    ["2026-02-15", "2026-03-18", 60, null],
    ["2026-02-15", "2026-12-31", null, null],
    [null, "2026-12-31", 30, null],
    ["2026-02-15", null, 30, null],
  ])("obtained %s, received %s, limit %s", (obtainedOn, receivedOn, sendWithinDays, days) => {
    const found = gap12(changedFacts({ obtainedOn, receivedOn, sendWithinDays })).map(({ values }) => values);
    expect(found).toEqual(days === null ? [] : [{ days, limit: sendWithinDays }]);
  });
});
