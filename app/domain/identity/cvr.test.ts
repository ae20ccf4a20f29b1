import { describe, expect, it, test } from "vitest";
import { isCvr, normaliseCvr } from "./cvr.ts";

describe("isCvr", () => {
  test.each(["11883729", "55133018", "DK11883729", "dk 11 88 37 29", " 11883729 "])("%j is a CVR number", (text) => {
    expect(isCvr(text)).toBe(true);
  });

  test.each(["", "00000000", "11883728", "1188372", "118837290", "SE11883729", "1188372a", "DKDK11883729", "11-88-37-29"])("%j is none", (text) => {
    expect(isCvr(text)).toBe(false);
  });

  it("notices each single wrong digit", () => {
    const digits = [..."11883729"];
    const wrong = digits.flatMap((digit, index) =>
      [..."0123456789"].filter((other) => other !== digit).map((other) => digits.map((kept, at) => (at === index ? other : kept)).join("")),
    );
    expect(wrong.filter(isCvr)).toEqual([]);
  });
});

test("normaliseCvr keeps the eight digits, whether they check or not", () => {
  expect(normaliseCvr("DK 12 34 56 78")).toBe("12345678");
  expect(normaliseCvr("1234567")).toBeNull();
});
