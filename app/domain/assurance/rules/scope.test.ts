import { describe, expect, it, test } from "vitest";
import type { AuditorStatement } from "../auditor-statement.ts";
import { changedFacts, CLEAN_FACTS, CLEAN_STATEMENT } from "../clean-statement.sample.ts";
import { gap2, gap3, gap8, neededObjectives } from "./scope.ts";

describe("GAP-2: the service is in scope", () => {
  test.each<[boolean | null, string | null]>([
    [true, null],
    [false, "critical true outside"],
    [null, "major false unknown"],
  ])("covered %s", (serviceCovered, expected) => {
    const found = gap2(changedFacts({ serviceCovered })).map(({ severity, blocking, values }) => `${severity} ${blocking} ${values.service}`);
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

describe("GAP-3: special requirements", () => {
  test.each<[AuditorStatement["criteria"], boolean | null, boolean]>([
    ["generic", true, false],
    ["generic", false, true],
    ["generic", null, true],
    ["unknown", null, true],
    ["specific-agreement", null, false],
    ["specific-agreement", false, true],
  ])("%s criteria, covered %s: asks %s", (criteria, coveredByStatement, fires) => {
    const found = gap3(changedFacts({ specialRequirements: [{ id: "s1", coveredByStatement }] }, { criteria }));
    expect(found.map(({ rule, values }) => [rule, values.requirement])).toEqual(fires ? [["GAP-3", "s1"]] : []);
  });

  it("is less grave where it was answered beside the statement that it is met", () => {
    const specialRequirements = [{ id: "s1", coveredByStatement: false, metBeside: true }, { id: "s2", coveredByStatement: false, metBeside: false }];
    expect(gap3(changedFacts({ specialRequirements })).map(({ severity }) => severity)).toEqual(["minor", "major"]);
  });

  it("asks one question for each uncovered requirement", () => {
    const specialRequirements = [
      { id: "encryption", coveredByStatement: false },
      { id: "erasure", coveredByStatement: true },
      { id: "location", coveredByStatement: null },
    ];
    expect(gap3(changedFacts({ specialRequirements })).map(({ values }) => values)).toEqual([
      { requirement: "encryption", covered: "no" },
      { requirement: "location", covered: "unknown" },
    ]);
  });
});

describe("GAP-8: needed objectives", () => {
  it("needs G, H and F only where the agreement does", () => {
    const plain = changedFacts({ transfers: false, dataSubjectFacing: false, approvedSubprocessors: [] });
    expect(neededObjectives(plain).join("")).toBe("ABCDEI");
    expect(neededObjectives({ ...plain, assumedSubprocessors: ["Mail Inc"] }).join("")).toBe("ABCDEFI");
    expect(neededObjectives(CLEAN_FACTS).join("")).toBe("ABCDEFGHI");
  });

  test.each<[string, Partial<AuditorStatement>, { transfers?: boolean; dataSubjectFacing?: boolean }, string[]]>([
    ["all covered", {}, {}, []],
    ["G not relevant, with transfers", { objectives: { ...CLEAN_STATEMENT.objectives, G: "not-relevant" } }, {}, ["G not-relevant"]],
    ["G not relevant, without transfers", { objectives: { ...CLEAN_STATEMENT.objectives, G: "not-relevant" } }, { transfers: false }, []],
    ["H missing, facing data subjects", { objectives: { ...CLEAN_STATEMENT.objectives, H: undefined } }, {}, ["H missing"]],
    ["H missing, not facing them", { objectives: { ...CLEAN_STATEMENT.objectives, H: undefined } }, { dataSubjectFacing: false }, []],
    ["D not covered", { objectives: { ...CLEAN_STATEMENT.objectives, D: "not-covered" } }, {}, ["D not-covered"]],
    ["no letters recorded", { objectives: null }, {}, ["G missing", "H missing"]],
    ["no letters recorded, none of G and H needed", { objectives: null }, { transfers: false, dataSubjectFacing: false }, []],
  ])("%s", (_, statement, facts, expected) => {
    expect(gap8(changedFacts(facts, statement)).map(({ values }) => `${values.objective} ${values.coverage}`)).toEqual(expected);
  });
});
