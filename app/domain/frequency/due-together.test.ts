import { describe, expect, it } from "vitest";
import type { Concept } from "../concept/concept.ts";
import { besideLine, dueTogether } from "./due-together.ts";
import type { LineKind, PlanLine } from "./plan-line.ts";

const line = (id: string, kind: LineKind, concept: Concept, nextDueOn: string | null): PlanLine => ({ id, kind, concept, intervalMonths: 24, nextDueOn });
const named = (lines: readonly PlanLine[], by: string) => {
  const due = dueTogether(lines, by);
  return due && [due.carried.id, ...due.beside.map(({ id }) => id)];
};

describe("what of a plan is due together", () => {
  const five = line("five", "primary", 5, "2026-06-01");
  const three = line("three", "supplement", 3, "2027-06-01");
  const six = line("six", "supplement", 6, "2026-06-01");
  it.each([
    [[five, three], "2026-05-31", null],
    [[five, three], "2026-06-01", ["five"]],
    [[five, three], "2027-06-01", ["five", "three"]],
    [[{ ...five, nextDueOn: "2028-06-01" }, three], "2027-12-31", ["three"]],
    [[{ ...five, nextDueOn: null }, three, { ...six, nextDueOn: "2027-07-01" }], "2027-12-31", ["six", "three"]],
    [[five, six, three], "2027-12-31", ["five", "three", "six"]],
    [[five, line("again", "supplement", 5, "2026-01-01")], "2026-12-31", ["five"]],
    [[five, line("later", "supplement", 3, "2026-05-02"), line("first", "supplement", 3, "2026-05-01")], "2026-12-31", ["five", "first"]],
    [[line("extra", "extra", 6, "2026-01-01")], "2026-12-31", null],
    [[line("one", "primary", 1, "2026-01-01")], "2026-12-31", null],
    [[], "2026-12-31", null],
  ])("%j by %s", (lines, by, expected) => {
    expect(named(lines, by)).toEqual(expected);
  });

  it("a line that is opened by itself takes the supplements along, never the cycle", () => {
    expect(besideLine([five, six, three], three, "2027-12-31").map(({ id }) => id)).toEqual(["six"]);
  });
});
