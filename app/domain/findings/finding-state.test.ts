import { describe, expect, test } from "vitest";
import { FINDING_STATES, isOpenFinding, mayMoveFinding } from "./finding-state.ts";

const MOVES = new Set([
  "open agreed",
  "open reported-done",
  "open risk-accepted",
  "open closed-not-a-gap",
  "agreed reported-done",
  "agreed risk-accepted",
  "agreed closed-not-a-gap",
  "reported-done verified",
  "reported-done agreed",
  "reported-done risk-accepted",
  "reported-done closed-not-a-gap",
  "risk-accepted open",
]);

const PAIRS = FINDING_STATES.flatMap((from) => FINDING_STATES.map((to) => ({ from, to, allowed: MOVES.has(`${from} ${to}`) })));

describe("finding states", () => {
  test.each(PAIRS)("$from to $to: $allowed", ({ from, to, allowed }) => {
    expect(mayMoveFinding(from, to)).toBe(allowed);
  });

  test.each([
    ["open", true],
    ["agreed", true],
    ["reported-done", true],
    ["verified", false],
    ["risk-accepted", false],
    ["closed-not-a-gap", false],
    ["continued", false],
  ] as const)("%s is open: %s", (state, open) => {
    expect(isOpenFinding(state)).toBe(open);
  });
});
