import { describe, expect, test } from "vitest";
import { instantOf, localTimeOf } from "./copenhagen-time.ts";

describe("instantOf and localTimeOf", () => {
  test.each([
    ["2026-01-15T08:30", "2026-01-15T07:30:00.000Z"],
    ["2026-07-15T08:30", "2026-07-15T06:30:00.000Z"],
    // Spring 2026: at 02:00 on 29 March the clock jumps to 03:00.
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    // Autumn 2026: at 03:00 on 25 October the clock goes back to 02:00; the first passage counts.
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
  ])("%s is %s", (local, utc) => {
    expect(instantOf(local)?.toISOString()).toBe(utc);
    expect(localTimeOf(new Date(utc))).toBe(local);
  });

  test("the hour that does not exist in spring is read by winter time", () => {
    expect(instantOf("2026-03-29T02:30")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  test("the second passage of the doubled hour is shown like the first", () => {
    expect(localTimeOf(new Date("2026-10-25T01:30:00Z"))).toBe("2026-10-25T02:30");
  });

  test("seconds are left out", () => {
    expect(instantOf("2026-01-15T08:30:59")?.toISOString()).toBe("2026-01-15T07:30:00.000Z");
  });

  test.each(["", "2026-01-15", "2026-02-30T10:00", "2026-13-01T10:00", "2026-01-15T24:00", "2026-01-15 10:00", "nonsense"])("%j is no time", (text) => {
    expect(instantOf(text)).toBeNull();
  });
});
