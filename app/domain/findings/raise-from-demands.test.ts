import { describe, expect, test } from "vitest";
import { MUNICIPAL_PROCEDURES, type Procedure } from "../concept/procedures.ts";
import { raiseFromDemands, type DemandFacts } from "./raise-from-demands.ts";

const yearly: Procedure = { kind: "auditor-statement", everyMonths: 12, payer: "processor", source: "001 C.5.1" };
const says = (procedures: readonly Procedure[], agreedConcept: DemandFacts["says"]["agreedConcept"] = null) => ({ procedures, agreedConcept, limits: [] });
const facts: DemandFacts = { says: says([yearly]), since: null, points: 5, parts: [3], held: [], today: "2026-11-22" };

describe("AGREEMENT-DEMANDS", () => {
  test.each<[string, Partial<DemandFacts>, string[]]>([
    ["a yearly statement under concept 3", {}, ["auditor-statement 12 months 001 C.5.1"]],
    ["a yearly statement under concept 5", { parts: [5] }, []],
    ["a yearly statement as a supplement", { parts: [3, 5] }, []],
    ["signed a year ago: the first year is not over", { since: "2025-11-22" }, []],
    ["signed a year and a day ago", { since: "2025-11-21" }, ["auditor-statement 12 months 001 C.5.1"]],
    ["held within the year", { held: [{ concept: 5, on: "2025-11-22" }] }, []],
    ["held a day too long ago", { held: [{ concept: 5, on: "2025-11-21" }] }, ["auditor-statement 12 months 001 C.5.1"]],
    ["another concept held", { held: [{ concept: 6, on: "2026-10-01" }] }, ["auditor-statement 12 months 001 C.5.1"]],
    ["only when there is need", { says: says([{ ...yearly, everyMonths: null }]) }, []],
    ["nothing agreed", { says: says([]) }, []],
    ["an agreed concept above", { says: says([], 6) }, ["concept 6 over 3"]],
    ["an agreed concept as held", { says: says([], 3) }, []],
    ["the municipal template under concept 5", { says: says(MUNICIPAL_PROCEDURES), parts: [5] }, ["physical-visit 12 months 001 C.5.4"]],
  ])("%s", (_, change, expected) => {
    const found = raiseFromDemands({ ...facts, ...change });
    expect(found.map(({ values }) => (values.aspect ? `concept ${values.concept} over ${values.held}` : `${values.procedure} ${values.every} ${values.clause}`))).toEqual(expected);
    expect(found.every(({ severity, blocking }) => severity === "notice" && !blocking)).toBe(true);
  });
});
