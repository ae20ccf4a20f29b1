import { describe, expect, it, test } from "vitest";
import { awaits, isOpen, isOverdue, mayMove, SUPERVISION_STATES, type SupervisionState } from "./supervision-state.ts";

const MOVES = new Set([
  "draft sent",
  "draft withdrawn",
  "sent answering",
  "sent withdrawn",
  "answering submitted",
  "answering withdrawn",
  "submitted assessing",
  "assessing returned",
  "assessing concluded",
  "returned submitted",
  "returned assessing",
  "returned withdrawn",
  "concluded archived",
]);

const PAIRS = SUPERVISION_STATES.flatMap((from) => SUPERVISION_STATES.map((to) => ({ from, to, allowed: MOVES.has(`${from} ${to}`) })));

describe("mayMove", () => {
  it("is tried on all pairs", () => {
    expect(PAIRS).toHaveLength(81);
  });

  test.each(PAIRS)("$from to $to: $allowed", ({ from, to, allowed }) => {
    expect(mayMove(from, to)).toBe(allowed);
  });
});

describe("whose turn it is", () => {
  test.each<[SupervisionState, "controller" | "processor" | null, boolean]>([
    ["draft", "controller", false],
    ["sent", "processor", true],
    ["answering", "processor", true],
    ["submitted", "controller", true],
    ["assessing", "controller", true],
    ["returned", "processor", true],
    ["concluded", null, false],
    ["archived", null, false],
    ["withdrawn", null, false],
  ])("%s awaits %s, open: %s", (state, side, open) => {
    expect([awaits(state), isOpen(state)]).toEqual([side, open]);
    expect(isOverdue(state, "2026-11-22", "2026-11-21")).toBe(false);
    expect(isOverdue(state, "2026-11-22", "2026-11-22")).toBe(false);
    expect(isOverdue(state, "2026-11-22", "2026-11-23")).toBe(side === "processor");
    expect(isOverdue(state, null, "2026-11-23")).toBe(false);
  });
});
