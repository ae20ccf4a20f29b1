import { describe, expect, it, test } from "vitest";
import { bandOf, checkChoice, CONCEPTS, isAllowed } from "./concept.ts";

describe("bandOf", () => {
  test.each([
    [1, "1-2", [1, 2, 3, 4, 5, 6]],
    [2, "1-2", [1, 2, 3, 4, 5, 6]],
    [3, "3-4", [2, 3, 4, 5, 6]],
    [4, "3-4", [2, 3, 4, 5, 6]],
    [5, "5-6", [3, 4, 5, 6]],
    [6, "5-6", [3, 4, 5, 6]],
    [7, "7-10", [5, 6]],
    [8, "7-10", [5, 6]],
    [9, "7-10", [5, 6]],
    [10, "7-10", [5, 6]],
  ])("%i points lie in %s", (points, id, allowed) => {
    const band = bandOf(points);
    expect([band.id, band.allowed, band.minimum]).toEqual([id, allowed, allowed[0]]);
    expect(CONCEPTS.filter((concept) => isAllowed(points, concept))).toEqual(allowed);
  });

  test.each([0, 11, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is no total of the scale", (points) => {
    expect(() => bandOf(points)).toThrow(RangeError);
  });
});

describe("checkChoice", () => {
  const choice = { points: 7, concept: 4 as const, reason: null, approvedByDpo: false };

  it("accepts what the band allows, without a reason", () => {
    expect(checkChoice({ ...choice, concept: 5 })).toEqual({ ok: true });
    expect(checkChoice({ ...choice, points: 1, concept: 6 })).toEqual({ ok: true });
  });

  test.each([
    ["nothing", null, false, { ok: false, reason: "deviation-needs-reason" }],
    ["a blank reason", "  \n", true, { ok: false, reason: "deviation-needs-reason" }],
    ["an approval only", null, true, { ok: false, reason: "deviation-needs-reason" }],
    ["a reason only", "Certified processing only", false, { ok: false, reason: "deviation-needs-approval" }],
    ["both", "Certified processing only", true, { ok: true }],
  ])("below the band, with %s", (_, reason, approvedByDpo, expected) => {
    expect(checkChoice({ ...choice, reason, approvedByDpo })).toEqual(expected);
  });
});
