import { describe, expect, test } from "vitest";
import { continueFinding, type PreviousFinding } from "./continue-finding.ts";
import { FINDING_STATES } from "./finding-state.ts";

const day = "2026-11-22";
const accepted: PreviousFinding = { state: "risk-accepted", severity: "major", blocking: false, acceptedUntil: "2027-05-01" };
const open = { state: "open", acceptedUntil: null };
const kept = (acceptedUntil: string) => ({ state: "risk-accepted", acceptedUntil });

describe("continueFinding", () => {
  test.each(FINDING_STATES.filter((state) => state !== "risk-accepted"))("what was %s is open again", (state) => {
    expect(continueFinding({ ...accepted, state, acceptedUntil: null }, { severity: "major", blocking: false }, day)).toEqual(open);
  });

  test.each<[string, Partial<PreviousFinding>, { severity: PreviousFinding["severity"]; blocking: boolean }, object]>([
    ["stays accepted", {}, { severity: "major", blocking: false }, kept("2027-05-01")],
    ["ends on the day itself: still accepted", { acceptedUntil: day }, { severity: "major", blocking: false }, kept(day)],
    ["ended the day before", { acceptedUntil: "2026-11-21" }, { severity: "major", blocking: false }, open],
    ["without an end", { acceptedUntil: null }, { severity: "major", blocking: false }, open],
    ["less grave now", {}, { severity: "minor", blocking: false }, kept("2027-05-01")],
    ["graver now", {}, { severity: "critical", blocking: false }, open],
    ["blocking now", {}, { severity: "major", blocking: true }, open],
    ["blocking before and now", { blocking: true }, { severity: "major", blocking: true }, kept("2027-05-01")],
  ])("an accepted risk: %s", (_, change, raised, expected) => {
    expect(continueFinding({ ...accepted, ...change }, raised, day)).toEqual(expected);
  });
});
