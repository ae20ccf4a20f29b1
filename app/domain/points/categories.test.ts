import { describe, expect, it, test } from "vitest";
import { CATEGORIES, suggestAnswers } from "./categories.ts";

describe("suggestAnswers", () => {
  it("suggests no to everything without ticks, and for ordinary or unknown ones", () => {
    const no = { value: false, because: [] };
    expect(suggestAnswers([])).toEqual({ b: no, c: no, d: no });
    expect(suggestAnswers(["ordinary", "horoscope"])).toEqual({ b: no, c: no, d: no });
  });

  test.each(CATEGORIES.filter(({ group }) => group !== "ordinary"))("$id answers one question", ({ id, group }) => {
    const { b, c, d } = suggestAnswers([id]);
    expect([b.value, c.value, d.value]).toEqual([group === "special", group === "confidential", group === "intrusive"]);
    expect([...b.because, ...c.because, ...d.because]).toEqual([id]);
  });

  it("names each tick that counted, whatever the order they were set in", () => {
    const ticks = ["cpr", "health", "profiling", "ordinary", "political"];
    const expected = { b: { value: true, because: ["political", "health"] }, c: { value: true, because: ["cpr"] }, d: { value: true, because: ["profiling"] } };
    expect(suggestAnswers(ticks)).toEqual(expected);
    expect(suggestAnswers([...ticks].reverse())).toEqual(expected);
  });
});

describe("CATEGORIES", () => {
  it("has the guide's closed list as eight ticks, and five intrusive kinds of processing", () => {
    const count = (group: string) => CATEGORIES.filter((category) => category.group === group).length;
    expect([count("special"), count("confidential"), count("intrusive")]).toEqual([8, 3, 5]);
    expect(new Set(CATEGORIES.map(({ id }) => id)).size).toBe(CATEGORIES.length);
  });
});
