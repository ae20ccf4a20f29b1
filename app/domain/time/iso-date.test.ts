import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, addMonths, compareDates, daysBetween, isIsoDate } from "./iso-date.ts";

describe("isIsoDate", () => {
  test.each(["2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31", "2026-01-01"])("%s is a day", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  test.each(["", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "22-11-2026", "2026-1-1", "2026-11-22T00:00", " 2026-11-22"])(
    "%j is none",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );
});

describe("addMonths", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-11-22", 12, "2027-11-22"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-31", -2, "2025-11-30"],
    ["2026-03-31", 24, "2028-03-31"],
    ["2026-08-31", 0, "2026-08-31"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe("days", () => {
  test.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-29", 1, "2026-03-30"],
    ["2000-01-01", 9823, "2026-11-23"],
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it("agrees with the platform's calendar", () => {
    const dayMs = 86_400_000;
    const iso = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
    const anyDay = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(addDays(iso(day), days)).toBe(iso(day + days));
        expect(daysBetween(iso(day), iso(day + days))).toBe(days);
        expect(compareDates(iso(day), iso(day + days))).toBe(Object.is(Math.sign(-days), -0) ? 0 : Math.sign(-days));
      }),
    );
  });
});
