import { describe, expect, test } from "vitest";
import type { Limit } from "../../limits/limit-units.ts";
import { subjectOf } from "../raised-finding.ts";
import { raiseFromLimits } from "./raise-from-limits.ts";
import { clausesOf, saidDurations, saidOf } from "./said-of.ts";
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

describe("saidOf", () => {
  test.each<[string, string[], string | null]>([
    ["kritiske opdateringer inden for 48 timer", ["patching", "critical-patching"], "critical-patching"],
    ["ikke-kritiske opdateringer inden 14 dage", ["patching", "critical-patching"], "patching"],
    ["non-critical patches within 14 days", ["patching", "critical-patching"], "patching"],
    ["resten inden 14 dage", ["patching", "critical-patching"], null],
    ["logs gemmes i 30 dage", ["patching"], "other"],
    ["efter en hændelse underretter vi om bruddet", ["breach-notice"], "breach-notice"],
    ["bruger dialog hele ugen", ["log-retention"], null],
  ])("%s", (clause, kinds, expected) => expect(saidOf(clause, kinds)).toBe(expected));

  test("a text is parted where another thing is spoken of, not in a number", () => {
    expect(clausesOf("Kritiske inden for 48 timer, øvrige inden 14 dage. Logs i 2,5 år og adgange hver 6. måned")).toEqual(["Kritiske inden for 48 timer", "øvrige inden 14 dage", "Logs i 2,5 år", "adgange hver 6. måned"]);
  });
});

describe("LIMIT-EXCEEDED", () => {
  const limit = (kind: string, value: number | null, unit: string, source = "001 C.2 d.8", runsFrom = "release"): Limit => ({ kind, value, unit, runsFrom, source });
  const fourteen = limit("patching", 14, "days");
  const critical = limit("critical-patching", 48, "hours", "000 9.1.1");
  const logs = limit("log-retention", 6, "months", "000 5.2", "log-entry");
  const both = ["patching", "critical-patching"];
  const raise = (text: string, kinds: string[], limits: Limit[]) => raiseFromLimits([{ question: "q", kinds, durations: saidDurations(text, kinds), quote: text }], limits);
  test.each<[string, string, string[], Limit[], string[]]>([
    ["within the limit", "14 dage", ["patching"], [fourteen], []],
    ["just beyond it", "15 dage", ["patching"], [fourteen], ["15 days over 14 days (001 C.2 d.8)"]],
    ["in another unit, the same", "2 uger", ["patching"], [fourteen], []],
    ["in another unit, beyond", "3 weeks", ["patching"], [fourteen], ["3 weeks over 14 days (001 C.2 d.8)"]],
    ["no number stated", "hurtigst muligt", ["patching"], [fourteen], []],
    ["no limit agreed", "30 dage", ["patching"], [], []],
    ["the limit is in words", "30 dage", ["updates"], [limit("updates", null, "reasonable-time")], []],
    ["another limit", "30 dage", ["logging"], [fourteen], []],
    ["said of something the question is not about", "Logs slettes efter 30 dage", ["patching"], [fourteen], []],
    ["two limits, a time that keeps the one: not clear for the other", "10 dage", both, [fourteen, critical], ["10 days over 48 hours (000 9.1.1), unclear"]],
    ["two limits, a time that keeps both", "24 timer", both, [fourteen, critical], []],
    ["two limits, a time that breaks both", "30 dage", both, [fourteen, critical], ["30 days over 14 days (001 C.2 d.8)", "30 days over 48 hours (000 9.1.1)"]],
    ["two limits, each kept by one of two times", "48 timer, 14 dage", both, [fourteen, critical], []],
    ["two limits, one of two times beyond both", "48 timer og 30 dage", both, [fourteen, critical], ["30 days over 14 days (001 C.2 d.8)"]],
    ["two limits, each time said of its own, the wider broken", "kritiske 48 timer, øvrige 30 dage", both, [fourteen, critical], ["30 days over 14 days (001 C.2 d.8)"]],
    ["two limits, each time said of its own, the narrower broken", "Kritiske opdateringer inden for 72 timer, andre opdateringer inden 14 dage", both, [fourteen, critical], ["72 hours over 48 hours (000 9.1.1)"]],
    ["two limits, each time said of its own, both broken", "critical patches within 5 days; other patches within 30 days", both, [fourteen, critical], ["30 days over 14 days (001 C.2 d.8)", "5 days over 48 hours (000 9.1.1)"]],
    ["limits that cannot be told apart by a bare time", "3 måneder", ["patching", "log-retention"], [fourteen, logs], []],
    ["the same where the answer says which", "Logs gemmes i 3 måneder", ["patching", "log-retention"], [fourteen, logs], ["3 months over 6 months (000 5.2)"]],
    ["of two sources of one kind the strictest counts", "12 dage", ["patching"], [fourteen, limit("patching", 7, "days", "aftalen")], ["12 days over 7 days (aftalen)"]],
    ["logs kept too short", "3 måneder", ["log-retention"], [logs], ["3 months over 6 months (000 5.2)"]],
    ["logs kept longer", "1 år", ["log-retention"], [logs], []],
    ["a breach told later than 24 hours", "inden for 72 timer", ["breach-notice"], [limit("breach-notice", 24, "hours", "003 ABS-13")], ["72 hours over 24 hours (003 ABS-13)"]],
  ])("%s", (_, text, kinds, limits, expected) => {
    const found = raise(text, kinds, limits);
    expect(found.map(({ values, severity }) => `${values.stated} over ${values.agreed} (${values.clause})${severity === "minor" ? ", unclear" : ""}`)).toEqual(expected);
    for (const { rule, question, values } of found) expect([rule, question, values.quote]).toEqual(["LIMIT-EXCEEDED", "q", text]);
    // Each limit is a finding of its own.
    expect(new Set(found.map(subjectOf)).size).toBe(found.length);
  });

  test("a number that was asked for is the limit's own", () => {
    const asked = (value: number) => raiseFromLimits([{ question: "limit_critical-patching", kinds: ["critical-patching"], durations: [{ value, unit: "hours", said: String(value), about: "critical-patching", asked: true }], quote: String(value) }], [fourteen, critical]);
    expect(asked(48)).toEqual([]);
    expect(asked(49)).toMatchObject([{ severity: "major", source: "000 9.1.1", values: { stated: "49 hours", agreed: "48 hours", kind: "critical-patching", bound: "mostAsked" } }]);
  });
});
