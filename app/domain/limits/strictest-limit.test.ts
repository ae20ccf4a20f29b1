import { describe, expect, it } from "vitest";
import { LAW_LIMITS, LIMIT_SETS, limitSetOf, limitsOfSet } from "./clause-sets.ts";
import { LIMIT_GROUPS, LIMIT_KINDS, limitKind } from "./limit-kinds.ts";
import { LIMIT_UNITS, LIMIT_WORDS, RUNS_FROM, magnitudeOf } from "./limit-units.ts";
import type { Limit } from "./limit-units.ts";
import { strictestLimit } from "./strictest-limit.ts";

/** "24 hours", or "without-undue-delay"; the source is the place in the list, from "a". */
function rows(kind: string, ...said: string[]): Limit[] {
  return said.map((text, place) => {
    const [first = "", unit] = text.split(" ");
    return { kind, value: unit ? Number(first) : null, unit: unit ?? first, runsFrom: "", source: String.fromCharCode(97 + place) };
  });
}
const sources = (list: readonly Limit[]) => list.map(({ source }) => source).join(" ");

describe("the strictest limit", () => {
  // A kind the law says nothing of, so that only the rows count.
  const shorter = "patching";
  const longer = "subprocessor-notice";
  it.each([
    ["one alone", shorter, ["14 days"], "a", "", ""],
    ["14 days and 48 hours of one kind", shorter, ["14 days", "48 hours"], "b", "", "a"],
    ["47, 48 and 49 hours", shorter, ["48 hours", "47 hours", "49 hours"], "b", "", "a c"],
    ["48 hours are 2 days", shorter, ["48 hours", "2 days"], "a", "b", ""],
    ["23 hours before 1 day before 25 hours", shorter, ["1 days", "23 hours", "25 hours"], "b", "", "a c"],
    ["a number before words, which go on applying", shorter, ["without-undue-delay", "24 hours"], "b", "a", ""],
    ["a number before the strictest word", shorter, ["immediately", "24 hours"], "b", "a", ""],
    ["immediately before without undue delay", shorter, ["without-undue-delay", "immediately", "reasonable-time"], "b", "", "a c"],
    ["the same words from two sources", shorter, ["without-undue-delay", "without-undue-delay"], "a", "b", ""],
    ["30 days before 1 month where shorter is stricter", shorter, ["1 months", "30 days"], "b", "", "a"],
    ["1 month before 31 days where shorter is stricter", shorter, ["31 days", "1 months"], "b", "", "a"],
    ["60 days over 1 month where longer is stricter", longer, ["1 months", "60 days"], "b", "", "a"],
    ["1 month over 30 days where longer is stricter", longer, ["30 days", "1 months"], "b", "", "a"],
    ["31 days over 1 month where longer is stricter", longer, ["1 months", "31 days"], "b", "", "a"],
    ["2 months over 60 days", longer, ["60 days", "2 months"], "b", "", "a"],
    ["61 days over 2 months", longer, ["2 months", "61 days"], "b", "", "a"],
    ["12 months are 1 year", longer, ["12 months", "1 years"], "a", "b", ""],
    ["52 weeks are less than 1 year", longer, ["52 weeks", "1 years"], "b", "", "a"],
    ["2 weeks are 14 days", shorter, ["2 weeks", "14 days"], "a", "b", ""],
    ["a longer log beats a shorter", "log-retention", ["6 months", "12 months", "5 months"], "b", "", "a c"],
    ["fewer attempts are stricter", "lockout", ["5 attempts", "4 attempts", "6 attempts"], "b", "", "a c"],
    ["a notice in words beside a number", longer, ["contract", "1 months"], "b", "a", ""],
  ])("%s", (_name, kind, said, strictest, beside, weaker) => {
    const found = strictestLimit(rows(kind, ...said), kind);
    expect(found && [found.strictest.source, sources(found.beside), sources(found.weaker)]).toEqual([strictest, beside, weaker]);
  });

  it("counts the law in: without undue delay where nothing is agreed, beside 24 hours where they are", () => {
    expect(strictestLimit([], "breach-notice")).toMatchObject({ strictest: { unit: "without-undue-delay", source: "GDPR art. 33(2)" }, beside: [], weaker: [] });
    const found = strictestLimit([...limitsOfSet("municipal"), ...limitsOfSet("absalon")], "breach-notice");
    expect(found && [found.strictest.source, sources(found.beside)]).toEqual(["003 ABS-13", "001 10.1 GDPR art. 33(2)"]);
    expect(strictestLimit(rows("authority-notice", "96 hours"), "authority-notice")?.strictest.source).toBe("GDPR art. 33(1)");
    expect(strictestLimit(rows("authority-notice", "71 hours"), "authority-notice")?.strictest.source).toBe("a");
  });

  it("keeps 14 days for all patches and 48 hours for critical ones apart: both apply (T19, T21)", () => {
    const both = [...limitsOfSet("municipal"), ...limitsOfSet("security-instruction")];
    expect(strictestLimit(both, "patching")).toMatchObject({ strictest: { value: 14, unit: "days", source: "001 C.2 d.8" }, weaker: [] });
    expect(strictestLimit(both, "critical-patching")).toMatchObject({ strictest: { value: 48, unit: "hours", source: "000 9.1.1" }, weaker: [] });
  });

  it("takes 60 days over 1 month with its source (T26, T39)", () => {
    const found = strictestLimit([...limitsOfSet("municipal"), ...limitsOfSet("secretariat")], "subprocessor-notice");
    expect(found && [found.strictest.source, sources(found.weaker)]).toEqual(["DBS", "001 B.1.2"]);
  });

  it("finds none of a kind nobody set, nor of a kind that is none", () => {
    expect(strictestLimit([], "patching")).toBeNull();
    expect(strictestLimit(rows("x", "1 days"), "x")).toBeNull();
  });

  it("never depends on the order of the rows", () => {
    const said = rows("patching", "14 days", "48 hours", "without-undue-delay");
    expect(strictestLimit(said.toReversed(), "patching")?.strictest).toEqual(strictestLimit(said, "patching")?.strictest);
  });
});

describe("the table of kinds", () => {
  it("holds every limit of domain.md §3.5, T1 to T39", () => {
    const numbers = new Set(LIMIT_KINDS.flatMap(({ known }) => known.map(({ t }) => t)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 39 }, (_, place) => place + 1));
  });

  it("names each kind once, and only groups, units and starting points there are", () => {
    expect(new Set(LIMIT_KINDS.map(({ id }) => id)).size).toBe(LIMIT_KINDS.length);
    for (const { id, group, known } of LIMIT_KINDS) {
      expect(LIMIT_GROUPS).toContain(group);
      expect(limitKind(id)?.known).toBe(known);
      for (const { value, unit, runsFrom } of known) {
        expect(value === null ? LIMIT_WORDS : LIMIT_UNITS).toContain(unit);
        expect(["", ...RUNS_FROM]).toContain(runsFrom);
      }
    }
  });

  it("fills in from each set", () => {
    expect(Object.fromEntries(LIMIT_SETS.map((set) => [set, limitsOfSet(set).length]))).toEqual({ municipal: 27, "security-instruction": 12, absalon: 4, secretariat: 2, guide: 5 });
    expect(LAW_LIMITS.map(({ source }) => source)).toEqual(["GDPR art. 33(2)", "GDPR art. 33(1)"]);
    expect(["municipal", "secretariat", "standard-clauses", "own", ""].map(limitSetOf)).toEqual(["municipal", "secretariat", null, null, null]);
  });

  it("measures no unit it does not know", () => {
    expect(() => magnitudeOf({ value: 1, unit: "moons" })).toThrow(RangeError);
  });
});
