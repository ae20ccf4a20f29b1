import { describe, expect, it } from "vitest";
import { standingOf, worstOf } from "./standing.ts";

const today = "2026-11-22";
const facts = { standing: "none", concept: 3, nextDueOn: null, answerDueOn: null };

describe("how an agreement stands", () => {
  it.each([
    ["nothing chosen", { concept: null }, "not-planned"],
    ["concept without interval", {}, "on-event"],
    ["due yesterday", { nextDueOn: "2026-11-21" }, "overdue"],
    ["due today", { nextDueOn: today }, "due-soon"],
    ["due in 30 days", { nextDueOn: "2026-12-22" }, "due-soon"],
    ["due in 31 days", { nextDueOn: "2026-12-23" }, "planned"],
    ["in order until later", { standing: "in-order", nextDueOn: "2027-11-22" }, "in-order"],
    ["in order but due again", { standing: "in-order", nextDueOn: "2026-11-01" }, "overdue"],
    ["with remarks", { standing: "in-order-with-remarks", nextDueOn: "2027-11-22" }, "with-remarks"],
    ["not in order comes before due soon", { standing: "not-in-order", nextDueOn: "2026-11-30" }, "not-in-order"],
    ["with us, though past the date", { standing: "awaiting-controller", nextDueOn: "2026-11-01" }, "waiting-for-us"],
    ["answer due today", { standing: "awaiting-processor", answerDueOn: today }, "waiting-for-processor"],
    ["answer due yesterday", { standing: "awaiting-processor", answerDueOn: "2026-11-21" }, "overdue"],
  ])("%s", (_name, given, expected) => {
    expect(standingOf({ ...facts, ...given }, today)).toBe(expected);
  });

  it("puts what wants attention first", () => {
    expect(worstOf(["in-order", "due-soon", "planned"])).toBe("due-soon");
    expect(worstOf([])).toBeNull();
  });
});
