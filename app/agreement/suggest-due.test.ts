import { describe, expect, it } from "vitest";
import { suggestDue } from "./suggest-due.ts";

const facts = { points: 7, concept: 5 as const, lastOn: null, startsOn: null, today: "2026-11-22" };

describe("when the next supervision should be", () => {
  it.each([
    ["a year from today when nothing is known", {}, "2027-11-22"],
    ["a year from the last", { lastOn: "2026-03-01" }, "2027-03-01"],
    ["a year from the agreement's start", { startsOn: "2026-06-30" }, "2027-06-30"],
    ["now, when that day is gone", { startsOn: "2020-01-01" }, "2026-11-22"],
    ["two years at 3-4 points", { points: 4, concept: 2 as const }, "2028-11-22"],
    ["yearly by concept 3, though 3-4 points", { points: 4, concept: 3 as const }, "2027-11-22"],
    ["only on events at 1-2 points", { points: 1, concept: 1 as const }, null],
    ["only on events also by confirmation at 1-2 points", { points: 2, concept: 2 as const }, null],
  ])("%s", (_name, given, expected) => {
    expect(suggestDue({ ...facts, ...given }).on).toBe(expected);
  });
});
