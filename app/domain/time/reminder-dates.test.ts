import { describe, expect, it } from "vitest";
import { reminderDates } from "./reminder-dates.ts";

describe("reminderDates", () => {
  it("reminds a week and a day before, on the day, and a day and a week after", () => {
    expect(reminderDates("2026-11-01", "2026-12-03")).toEqual([
      { on: "2026-11-26", offset: -7 },
      { on: "2026-12-02", offset: -1 },
      { on: "2026-12-03", offset: 0 },
      { on: "2026-12-04", offset: 1 },
      { on: "2026-12-10", offset: 7 },
    ]);
  });

  it.each([
    ["eight days ahead", "2026-11-25", [-7, -1, 0, 1, 7]],
    ["seven days ahead: not again on the day of sending", "2026-11-26", [-1, 0, 1, 7]],
    ["a day ahead", "2026-12-02", [0, 1, 7]],
    ["due on the day it is sent", "2026-12-03", [1, 7]],
    ["due long before it was sent", "2026-12-31", []],
  ])("sent %s", (_, sentOn, offsets) => {
    expect(reminderDates(sentOn, "2026-12-03").map(({ offset }) => offset)).toEqual(offsets);
  });
});
