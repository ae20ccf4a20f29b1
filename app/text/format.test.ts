import { describe, expect, it } from "vitest";
import { daysBetween, formatAgo, formatBytes, formatDate, formatDateTime, formatDue, formatNumber, formatPercent } from "./format.ts";
import { translate } from "./translate.server.ts";

describe("dates", () => {
  it.each([
    ["2026-11-22", "22. nov. 2026", "22 Nov 2026"],
    ["2026-05-01", "1. maj 2026", "1 May 2026"],
    ["2026-09-30", "30. sep. 2026", "30 Sep 2026"],
    // 23:30 UTC on New Year's Eve is already next year in Copenhagen
    ["2026-12-31T23:30:00Z", "1. jan. 2027", "1 Jan 2027"],
    // summer time: two hours ahead
    ["2026-06-30T21:59:00Z", "30. jun. 2026", "30 Jun 2026"],
    ["2026-06-30T22:00:00Z", "1. jul. 2026", "1 Jul 2026"],
  ])("%s", (moment, da, en) => {
    expect(formatDate(moment, "da")).toBe(da);
    expect(formatDate(moment, "en")).toBe(en);
  });

  it("shows the clock of Copenhagen", () => {
    expect(formatDateTime("2026-11-22T13:05:00Z", "da")).toBe("22. nov. 2026 kl. 14.05");
    expect(formatDateTime(new Date("2026-07-01T22:00:00Z"), "en")).toBe("2 Jul 2026, 00:00");
  });
});

describe("days", () => {
  it.each([
    ["2026-11-22", "2026-11-22", 0],
    ["2026-11-22T22:59:00Z", "2026-11-23", 1],
    ["2026-11-22T23:00:00Z", "2026-11-23", 0],
    ["2026-03-28", "2026-03-30", 2],
    ["2026-11-22", "2026-11-19", -3],
  ])("from %s to %s", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    [0, "i dag", "today"],
    [1, "i morgen", "tomorrow"],
    [2, "om 2 dage", "in 2 days"],
    [-1, "1 dag over", "1 day over"],
    [-3, "3 dage over", "3 days over"],
  ])("%i days to the due date", (days, da, en) => {
    expect(formatDue(days, translate("da", "words"))).toBe(da);
    expect(formatDue(days, translate("en", "words"))).toBe(en);
  });

  it("tells how long ago", () => {
    expect([0, 1, 5].map((days) => formatAgo(days, translate("da", "mail")))).toEqual(["i dag", "i går", "for 5 dage siden"]);
  });
});

describe("numbers", () => {
  it("groups and cuts by the language", () => {
    expect([formatNumber(10_000, "da"), formatNumber(10_000, "en")]).toEqual(["10.000", "10,000"]);
    expect(formatNumber(1.25, "da", 1)).toBe("1,3");
    expect([formatPercent(85, "da"), formatPercent(85, "en")]).toEqual(["85\u00a0%", "85%"]);
  });

  it.each([
    [0, "0\u00a0byte", "0\u00a0bytes"],
    [1, "1\u00a0byte", "1\u00a0byte"],
    [999, "999\u00a0byte", "999\u00a0bytes"],
    [1000, "1\u00a0kB", "1\u00a0kB"],
    [1_240_000, "1,2\u00a0MB", "1.2\u00a0MB"],
    [999_600, "1\u00a0MB", "1\u00a0MB"],
    [104_857_600, "105\u00a0MB", "105\u00a0MB"],
  ])("%i bytes", (bytes, da, en) => {
    expect(formatBytes(bytes, "da")).toBe(da);
    expect(formatBytes(bytes, "en")).toBe(en);
  });
});
