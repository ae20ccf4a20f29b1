import { describe, expect, it } from "vitest";
import { scoreAgreement } from "#app/domain/points/score-agreement.ts";
import { againstTicks, becauseOf, factsOf, isOutdated, tickedBy } from "./score-facts.ts";

const no = { special: false, otherConfidential: false, intrusive: false };

describe("the facts of a score", () => {
  it.each([
    ["no ticks, all no", [], no, 1],
    ["CPR alone gives C without the question", ["cpr"], no, 3],
    ["criminal offences too", ["criminal"], no, 3],
    ["other confidential data counts once beside CPR", ["cpr"], { ...no, otherConfidential: true }, 3],
    ["other confidential data alone", ["ordinary"], { ...no, otherConfidential: true }, 3],
    ["special by answer, without a tick", ["ordinary"], { ...no, special: true }, 4],
    ["everything", ["health", "cpr", "profiling"], { special: true, otherConfidential: true, intrusive: true }, 8],
  ])("%s", (_name, dataCategories, answers, points) => {
    expect(scoreAgreement(factsOf({ personCount: 999, dataCategories }, answers)).points).toBe(points);
  });

  it("asks for a note where an answer goes against the ticks", () => {
    const agreement = { personCount: 1, dataCategories: ["health", "cpr", "profiling"] };
    expect(againstTicks(agreement, { special: true, otherConfidential: false, intrusive: true })).toEqual([]);
    expect(againstTicks(agreement, { special: false, otherConfidential: true, intrusive: false })).toEqual(["b", "c", "d"]);
  });

  it("keeps the ticks each part rests on", () => {
    const agreement = { personCount: 1, dataCategories: ["health", "cpr", "location"] };
    expect(becauseOf(agreement, { special: true, otherConfidential: true, intrusive: false })).toEqual({ a: [], b: ["health"], c: ["cpr", "other-confidential"], d: [] });
    expect(tickedBy(["ordinary"])).toEqual({ special: [], named: [], otherConfidential: [], intrusive: [] });
  });

  it.each([
    ["same", 5000, ["cpr"], false],
    ["more persons within the same points", 10_000, ["cpr"], false],
    ["more points for A", 10_001, ["cpr"], true],
    ["another tick", 5000, ["cpr", "health"], true],
    ["only the ordinary tick", 5000, ["ordinary", "cpr"], false],
  ])("is outdated or not: %s", (_name, personCount, dataCategories, expected) => {
    expect(isOutdated({ personCount, dataCategories }, { a: 2, ticks: ["cpr"] })).toBe(expected);
  });
});
