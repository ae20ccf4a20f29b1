import { expect, test } from "vitest";
import { authorityPeriod } from "./authority-period.ts";

const periods = [{ from: "2030-01-01", hours: 96, source: "new" }, { from: "2018-05-25", hours: 72, source: "old" }];

test.each([
  ["2018-05-24T12:00:00Z", 72],
  // The rule changes with the Danish day, an hour before the universal one.
  ["2029-12-31T22:59:00Z", 72],
  ["2029-12-31T23:00:00Z", 96],
])("who became aware at %s has %s hours", (at, hours) => {
  expect(authorityPeriod(new Date(at), periods).hours).toBe(hours);
});

test("today it is 72 hours, with its source", () => {
  expect(authorityPeriod(new Date("2026-11-25T12:00:00Z"))).toMatchObject({ hours: 72, source: "GDPR art. 33(1); 001 9.2.b" });
});

test("no period at all is a broken table", () => {
  expect(() => authorityPeriod(new Date("2026-11-25T12:00:00Z"), [])).toThrow(RangeError);
});
