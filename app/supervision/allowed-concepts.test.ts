import { describe, expect, it } from "vitest";
import { conceptsToOpen, refuseToOpen } from "./allowed-concepts.ts";

describe("concepts a supervision may be opened with", () => {
  it.each([
    [2, 1, false, [2, 3, 4, 5, 6]],
    [3, 2, false, [2, 3, 4, 5, 6]],
    [5, 3, false, [3, 4, 5, 6]],
    [7, 5, false, [5, 6]],
    [7, 3, true, [3, 5, 6]],
    [7, 3, false, [5, 6]],
    [null, null, false, []],
  ])("%s points, concept %s, approved below the band: %s", (points, concept, belowBandApproved, expected) => {
    expect(conceptsToOpen({ points, concept, belowBandApproved })).toEqual(expected);
  });
});

it("opens what supplements the concept in force in the plan, also below the band", () => {
  const inForce = { points: 7, concept: 5, belowBandApproved: false, planned: [3, 6] };
  expect(conceptsToOpen(inForce)).toEqual([3, 5, 6]);
  expect([refuseToOpen(inForce, 3, false), refuseToOpen(inForce, 4, false)]).toEqual([null, "below-band"]);
});

describe("refusals", () => {
  it.each([
    [{ points: null, concept: null, belowBandApproved: false }, 2, false, "no-score"],
    [{ points: 3, concept: null, belowBandApproved: false }, 2, false, "no-concept"],
    [{ points: 3, concept: 2, belowBandApproved: false, outdated: true }, 2, false, "outdated"],
    [{ points: 3, concept: 2, belowBandApproved: false, outdated: false }, 2, false, null],
    [{ points: 2, concept: 1, belowBandApproved: false }, 6, false, "only-on-concern"],
    [{ points: 2, concept: 1, belowBandApproved: false }, 6, true, null],
    [{ points: 7, concept: 5, belowBandApproved: false }, 4, false, "below-band"],
    [{ points: 7, concept: 5, belowBandApproved: false }, 6, false, null],
    [{ points: 7, concept: 4, belowBandApproved: true }, 4, false, null],
    [{ points: 3, concept: 2, belowBandApproved: false }, 1, true, "below-band"],
  ])("%o with concept %i", (inForce, concept, concern, expected) => {
    expect(refuseToOpen(inForce, concept, concern)).toBe(expected);
  });
});
