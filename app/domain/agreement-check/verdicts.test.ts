import { describe, expect, it, test } from "vitest";
import { gravityOf, missesOf, needsReason, VERDICTS } from "./verdicts.ts";
import type { Verdict } from "./verdicts.ts";

describe("the misses of a check", () => {
  it.each<[string, Record<string, Verdict>, string[]]>([
    ["nothing decided", {}, []],
    ["all met", { "ABS-1": "met", "ABS-2": "not-relevant" }, []],
    ["two missed, in order", { "ABS-3": "not-met", "ABS-4": "met", "ABS-5": "not-met" }, ["ABS-3", "ABS-5"]],
    ["return or erasure missed, return then erasure met: the stricter counts", { "ABS-16": "not-met", "ABS-17": "met" }, []],
    ["both missed: the stricter alone", { "ABS-16": "not-met", "ABS-17": "not-met" }, ["ABS-17"]],
    ["the weaker met, the stricter missed", { "ABS-16": "met", "ABS-17": "not-met" }, ["ABS-17"]],
    ["the stricter not relevant: the weaker counts", { "ABS-16": "not-met", "ABS-17": "not-relevant" }, ["ABS-16"]],
    ["the stricter not decided: the weaker counts", { "ABS-16": "not-met" }, ["ABS-16"]],
  ])("%s", (_, verdicts, misses) => expect(missesOf(new Map(Object.entries(verdicts)))).toEqual(misses));
});

test.each([[true, 1, "critical"], [true, 3, "critical"], [false, 3, "major"], [false, 2, "minor"], [false, 1, "notice"]] as const)("critical %s, weight %i: %s", (critical, weight, severity) =>
  expect(gravityOf({ critical, weight })).toBe(severity));

test("all but met is given a reason", () => expect(VERDICTS.filter(needsReason)).toEqual(["not-met", "not-relevant"]));
