import { describe, expect, test } from "vitest";
import { instantOf } from "../time/copenhagen-time.ts";
import { deadlineOf, hoursAndMinutes, measureOf, readClock } from "./clock.ts";

const local = (text: string) => instantOf(text) as Date;
const day = { value: 24, unit: "hours" };
const from = new Date("2026-11-20T10:00:00Z");
const after = (hours: number, ms = 0) => new Date(from.getTime() + hours * 3_600_000 + ms);

describe("deadlineOf", () => {
  test.each([
    // Friday to Monday: the weekend does not stop hours.
    ["2026-11-20T10:00", 72, "hours", "2026-11-23T10:00"],
    // Over the night of 29 March 2026 an hour is missing, so 72 hours end an hour later by the clock on the wall.
    ["2026-03-27T12:00", 72, "hours", "2026-03-30T13:00"],
    // Over that of 25 October 2026 there is one too many, so they end an hour earlier.
    ["2026-10-23T12:00", 72, "hours", "2026-10-26T11:00"],
    ["2026-03-28T12:00", 24, "hours", "2026-03-29T13:00"],
    ["2026-10-24T12:00", 24, "hours", "2026-10-25T11:00"],
    // Days end at the same time of day, however long they were.
    ["2026-03-28T12:00", 1, "days", "2026-03-29T12:00"],
    ["2026-10-24T12:00", 1, "days", "2026-10-25T12:00"],
    ["2026-11-20T10:00", 2, "weeks", "2026-12-04T10:00"],
    ["2026-01-31T10:00", 1, "months", "2026-02-28T10:00"],
    ["2028-02-29T10:00", 1, "years", "2029-02-28T10:00"],
  ])("%s and %i %s is %s", (begun, value, unit, end) => {
    expect(deadlineOf(local(begun), { value, unit })).toEqual(local(end));
  });

  test("a day ends at the same second as it began", () => {
    const at = (text: string) => new Date(`2026-11-${text}Z`);
    expect(deadlineOf(at("20T10:00:50"), { value: 1, unit: "days" })).toEqual(at("21T10:00:50"));
  });

  test.each([[null, "without-undue-delay"], [5, "attempts"]])("%s %s has none", (value, unit) => {
    expect(deadlineOf(from, { value, unit })).toBeNull();
  });
});

describe("readClock", () => {
  test.each([
    ["running", null, after(23)],
    ["running", null, after(24)],
    ["over", null, after(24, 1)],
    ["kept", after(24, -1), after(99)],
    ["kept", after(24), after(99)],
    ["late", after(24, 1), after(99)],
  ])("is %s", (state, until, now) => {
    expect(readClock({ from, until, period: day, now })).toEqual({ from, until, deadline: after(24), state });
  });

  test("words give no verdict, however long it took", () => {
    const period = { value: null, unit: "without-undue-delay" };
    expect(readClock({ from, until: null, period, now: after(999) }).state).toBe("open");
    expect(readClock({ from, until: after(900), period, now: after(999) }).state).toBe("done");
  });
});

test("what is counted: the time left, the time over, or the time taken", () => {
  const clock = (until: Date | null, now: Date, period = day as { value: number | null; unit: string }) => measureOf(readClock({ from, until, period, now }), now) / 60_000;
  expect(clock(null, after(23))).toBe(60);
  expect(clock(null, after(24))).toBe(0);
  expect(clock(null, after(26))).toBe(120);
  expect(clock(after(25), after(99))).toBe(60);
  expect(clock(after(3), after(99))).toBe(180);
  expect(clock(null, after(5), { value: null, unit: "without-undue-delay" })).toBe(300);
  // A processor that says it became aware after it told: nothing is negative.
  expect(clock(after(-1), after(99))).toBe(0);
});

test.each([[0, 0, 0], [59_999, 0, 0], [60_000, 0, 1], [3_600_000, 1, 0], [90_000_000 + 119_999, 25, 1]])("%i ms", (ms, hours, minutes) => {
  expect(hoursAndMinutes(ms)).toEqual({ hours, minutes });
});
