import { describe, expect, test } from "vitest";
import { BREACH_PARTS, missingParts } from "./breach-parts.ts";
import type { BreachParts } from "./breach-parts.ts";

const whole: BreachParts = { nature: "Fejlsendt", categories: "CPR", personCount: 5, recordCount: 5, consequences: "Ingen", measures: "Slettet" };

describe("missingParts", () => {
  test("nothing is missing where all is said; nobody and nothing are numbers too", () => {
    expect(missingParts(whole)).toEqual([]);
    expect(missingParts({ ...whole, personCount: 0, recordCount: 0 })).toEqual([]);
  });

  test("a blank text and an unknown number are missing, in the order they are asked for", () => {
    expect(missingParts({ nature: " ", categories: "", personCount: null, recordCount: null, consequences: "", measures: "\n" })).toEqual([...BREACH_PARTS]);
    expect(missingParts({ ...whole, recordCount: null, nature: "" })).toEqual(["nature", "recordCount"]);
  });
});
