import { expect, test } from "vitest";
import { copenhagenDate } from "./copenhagen-date.ts";

test.each([
  ["winter, just before midnight in Denmark", "2026-11-22T22:59:59.999Z", "2026-11-22"],
  ["winter, midnight in Denmark", "2026-11-22T23:00:00Z", "2026-11-23"],
  ["summer, just before midnight in Denmark", "2026-07-01T21:59:59Z", "2026-07-01"],
  ["summer, midnight in Denmark", "2026-07-01T22:00:00Z", "2026-07-02"],
  ["the day the clock goes forward", "2026-03-29T22:00:00Z", "2026-03-30"],
  ["the day the clock goes back", "2026-10-25T22:59:00Z", "2026-10-25"],
  ["new year", "2026-12-31T23:00:00Z", "2027-01-01"],
])("%s", (_, instant, expected) => {
  expect(copenhagenDate(new Date(instant))).toBe(expected);
});
