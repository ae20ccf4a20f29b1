import { describe, expect, test } from "vitest";
import type { Limit } from "../../limits/limit-units.ts";
import { raiseFromLimits } from "./raise-from-limits.ts";
import { statedDurations } from "./stated-durations.ts";

describe("statedDurations", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["Vi patcher inden 30 dage", ["30 days"]],
    ["Kritiske inden for 48 timer, øvrige inden 14 dage", ["48 hours", "14 days"]],
    ["Within 2 weeks; logs for 6 months", ["2 weeks", "6 months"]],
    ["30-dages frist", []],
    ["6 mdr.", ["6 months"]],
    ["Døgnvagt 24/7, 3 steder, 12 brugere", []],
    ["TLS 1.2 og 2.5 dage", []],
    ["1 år", ["1 years"]],
  ])("%j", (text, expected) => expect(statedDurations(text).map(({ value, unit }) => `${value} ${unit}`)).toEqual(expected));
});

describe("LIMIT-EXCEEDED", () => {
  const limit = (kind: string, value: number | null, unit: string, source = "001 C.2 d.8"): Limit => ({ kind, value, unit, runsFrom: "release", source });
  const fourteen = limit("patching", 14, "days");
  const critical = limit("critical-patching", 48, "hours", "000 9.1.1");
  test.each<[string, string, string[], Limit[], string | null]>([
    ["within the limit", "14 dage", ["patching"], [fourteen], null],
    ["just beyond it", "15 dage", ["patching"], [fourteen], "15 days 14 days"],
    ["in another unit, the same", "2 uger", ["patching"], [fourteen], null],
    ["in another unit, beyond", "3 weeks", ["patching"], [fourteen], "3 weeks 14 days"],
    ["no number stated", "hurtigst muligt", ["patching"], [fourteen], null],
    ["no limit agreed", "30 dage", ["patching"], [], null],
    ["the limit is in words", "30 dage", ["updates"], [limit("updates", null, "reasonable-time")], null],
    ["another limit", "30 dage", ["logging"], [fourteen], null],
    ["two limits, breaks the critical one only", "10 dage", ["patching", "critical-patching"], [fourteen, critical], null],
    ["two limits, breaks both", "30 dage", ["patching", "critical-patching"], [fourteen, critical], "30 days 14 days"],
    ["two numbers, one beyond", "kritiske 48 timer, øvrige 30 dage", ["patching", "critical-patching"], [fourteen, critical], "30 days 14 days"],
    ["of two sources the strictest counts", "12 dage", ["patching"], [fourteen, limit("patching", 7, "days", "aftalen")], "12 days 7 days"],
    ["logs kept too short", "3 måneder", ["log-retention"], [limit("log-retention", 6, "months")], "3 months 6 months"],
    ["logs kept longer", "1 år", ["log-retention"], [limit("log-retention", 6, "months")], null],
    ["a breach told later than 24 hours", "inden for 72 timer", ["breach-notice"], [limit("breach-notice", 24, "hours", "003 ABS-13")], "72 hours 24 hours"],
  ])("%s", (_, text, kinds, limits, expected) => {
    const found = raiseFromLimits([{ question: "q", kinds, durations: statedDurations(text), quote: text }], limits);
    expect(found.map(({ values }) => `${values.stated} ${values.agreed}`)).toEqual(expected === null ? [] : [expected]);
    for (const { rule, question, values } of found) expect([rule, question, values.quote]).toEqual(["LIMIT-EXCEEDED", "q", text]);
  });
});
