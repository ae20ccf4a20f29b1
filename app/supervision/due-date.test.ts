import { describe, expect, it } from "vitest";
import { isDueDate, workdayAfter } from "./due-date.ts";

describe("the default due date", () => {
  it.each([
    ["2026-11-22", 30, "2026-12-22"], // Tuesday
    ["2026-11-25", 30, "2026-12-25"], // Friday stays
    ["2026-11-26", 30, "2026-12-28"], // Saturday
    ["2026-11-27", 30, "2026-12-28"], // Sunday
    ["2026-11-28", 30, "2026-12-28"], // Monday stays
    ["2024-02-28", 1, "2024-02-29"],
  ])("%s + %i days is %s", (day, days, due) => {
    expect(workdayAfter(day, days)).toBe(due);
  });
});

describe("a due date", () => {
  it.each([
    ["2026-11-22", false],
    ["2026-11-23", true],
    ["2027-11-23", true],
    ["2027-11-24", false],
    ["2026-02-30", false],
    ["", false],
  ])("%s", (day, good) => {
    expect(isDueDate(day, "2026-11-22")).toBe(good);
  });
});
