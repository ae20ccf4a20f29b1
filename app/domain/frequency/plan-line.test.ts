import { describe, expect, it, test } from "vitest";
import { advanceLines } from "./plan-line.ts";
import type { HeldSupervision, PlanLine } from "./plan-line.ts";

const five: PlanLine = { id: "five", kind: "primary", concept: 5, intervalMonths: 24, nextDueOn: "2027-03-01" };
const three: PlanLine = { id: "three", kind: "supplement", concept: 3, intervalMonths: 24, nextDueOn: "2028-03-01" };
const six: PlanLine = { id: "six", kind: "supplement", concept: 6, intervalMonths: 12, nextDueOn: "2027-06-01" };
const extra: PlanLine = { id: "extra", kind: "extra", concept: 6, intervalMonths: null, nextDueOn: "2027-02-01" };
const held = (given: Partial<HeldSupervision>): HeldSupervision => ({ planLineId: null, concept: 5, supplements: [], extraLineId: null, concludedOn: "2027-03-10", ...given });
const next = (lines: PlanLine[], given: Partial<HeldSupervision>) => Object.fromEntries(advanceLines(lines, held(given)).map(({ id, nextDueOn, done }) => [id, done ? "done" : nextDueOn]));

describe("a concluded supervision in the plan", () => {
  test.each<[string, PlanLine[], Partial<HeldSupervision>, Record<string, string | null>]>([
    ["moves the line of its concept on from the conclusion", [five, three], {}, { five: "2029-03-10" }],
    ["moves the supplement of its concept, and the cycle stands", [five, three], { concept: 3 }, { three: "2029-03-10" }],
    ["moves the line it was opened from, whatever the concept", [five, three], { planLineId: "three" }, { three: "2029-03-10" }],
    ["moves the line due first where two have the concept", [{ ...five, concept: 6 }, { ...six, nextDueOn: "2027-01-01" }], { concept: 6 }, { six: "2028-03-10" }],
    ["moves the supplements that were part of it", [five, six], { supplements: [6] }, { five: "2029-03-10", six: "2028-03-10" }],
    ["lets a higher concept stand for the cycle", [{ ...five, concept: 3, intervalMonths: 12 }], { concept: 6 }, { five: "2028-03-10" }],
    ["moves nothing by a lower concept", [five], { concept: 2 }, {}],
    ["leaves a line that follows events without a day", [{ ...five, intervalMonths: null }], {}, { five: null }],
    ["ends an extra supervision, and the cycle ahead stands", [{ ...five, nextDueOn: "2027-03-11" }, extra], { concept: 6, extraLineId: "extra" }, { extra: "done" }],
    ["carries the cycle too, where that is due already", [{ ...five, nextDueOn: "2027-03-10" }, extra], { concept: 6, extraLineId: "extra" }, { extra: "done", five: "2029-03-10" }],
    ["ends an extra supervision it was opened from", [five, extra], { planLineId: "extra", extraLineId: "extra", concept: 6 }, { extra: "done" }],
  ])("%s", (_name, lines, given, expected) => {
    expect(next(lines, given)).toEqual(expected);
  });

  it("keeps concept 5 every second year and 3 between through eight years", () => {
    let lines = [five, three];
    const seen: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const due = [...lines].sort((one, other) => String(one.nextDueOn).localeCompare(String(other.nextDueOn)))[0]!;
      seen.push(`${due.nextDueOn?.slice(0, 4)}:${due.concept}`);
      const moves = advanceLines(lines, held({ concept: due.concept, concludedOn: due.nextDueOn! }));
      lines = lines.map((line) => ({ ...line, ...moves.find(({ id }) => id === line.id) }));
    }
    expect(seen).toEqual(["2027:5", "2028:3", "2029:5", "2030:3", "2031:5", "2032:3", "2033:5", "2034:3"]);
  });
});
