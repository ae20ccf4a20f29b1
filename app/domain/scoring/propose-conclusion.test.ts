import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FINDING_STATES } from "../findings/finding-state.ts";
import { proposeConclusion, type Outcome, type ProposalFacts } from "./propose-conclusion.ts";

const clean: ProposalFacts = {
  score: 100,
  items: [{ critical: true, level: "met" }],
  findings: [],
  openClarificationOnSpecialRequirement: false,
  threshold: 85,
};
const finding = (blocking: boolean, state: (typeof FINDING_STATES)[number]) => ({ findings: [{ blocking, state }] });
const critical = (level: ProposalFacts["items"][number]["level"], naAccepted?: boolean) => ({ items: [{ critical: true, level, naAccepted }] });

describe("proposeConclusion", () => {
  test.each<[string, Partial<ProposalFacts>, Outcome, string]>([
    ["at the threshold", { score: 85 }, "in-order", "threshold-reached"],
    ["just under it", { score: 84 }, "in-order-with-remarks", "below-threshold"],
    ["at the tenant's own threshold", { score: 70, threshold: 70 }, "in-order", "threshold-reached"],
    ["just under that", { score: 69, threshold: 70 }, "in-order-with-remarks", "below-threshold"],
    ["score 0, nothing critical", { score: 0, items: [] }, "in-order-with-remarks", "below-threshold"],
    ["nothing scored", { score: null, items: [] }, "in-order-with-remarks", "nothing-scored"],
    ["nothing scored, threshold 0", { score: null, items: [], threshold: 0 }, "in-order-with-remarks", "nothing-scored"],
    ["critical not met", critical("not-met"), "not-in-order", "critical-not-met"],
    ["critical unanswered", critical("unanswered"), "not-in-order", "critical-unanswered"],
    ["critical, not applicable rejected", critical("not-applicable", false), "not-in-order", "critical-unanswered"],
    ["critical, not applicable accepted", critical("not-applicable", true), "in-order", "threshold-reached"],
    ["critical partly", critical("partly"), "in-order", "threshold-reached"],
    ["uncritical not met", { items: [{ critical: false, level: "not-met" }] }, "in-order", "threshold-reached"],
    ["a blocking finding open", finding(true, "open"), "not-in-order", "blocking-finding-open"],
    ["a blocking finding with a measure agreed", finding(true, "agreed"), "not-in-order", "blocking-finding-open"],
    ["a blocking finding reported done", finding(true, "reported-done"), "not-in-order", "blocking-finding-open"],
    ["a blocking finding verified", finding(true, "verified"), "in-order", "threshold-reached"],
    ["a blocking finding whose risk is accepted", finding(true, "risk-accepted"), "in-order-with-remarks", "blocking-risk-accepted"],
    ["another finding open", finding(false, "open"), "in-order-with-remarks", "finding-open"],
    ["another finding closed", finding(false, "closed-not-a-gap"), "in-order", "threshold-reached"],
    ["a special requirement unclarified", { openClarificationOnSpecialRequirement: true }, "in-order-with-remarks", "special-requirement-unclarified"],
  ])("%s", (_, change, outcome, reason) => {
    expect(proposeConclusion({ ...clean, ...change })).toEqual({ outcome, reasons: [reason] });
  });

  it("gives every reason, gravest first", () => {
    const findings = [{ blocking: false, state: "open" }, { blocking: true, state: "open" }] as const;
    const items = [{ critical: true, level: "unanswered" }, { critical: true, level: "not-met" }] as const;
    expect(proposeConclusion({ ...clean, score: 10, items, findings, openClarificationOnSpecialRequirement: true })).toEqual({
      outcome: "not-in-order",
      reasons: ["critical-not-met", "critical-unanswered", "blocking-finding-open", "special-requirement-unclarified", "finding-open", "below-threshold"],
    });
  });

  it("is never better with a clarification open on a special requirement, nor in order with any finding open", () => {
    const findings = fc.array(fc.record({ blocking: fc.boolean(), state: fc.constantFrom(...FINDING_STATES) }));
    fc.assert(
      fc.property(findings, fc.option(fc.nat(100)), fc.boolean(), (given, score, openClarificationOnSpecialRequirement) => {
        const { outcome } = proposeConclusion({ ...clean, score, findings: given, openClarificationOnSpecialRequirement });
        const open = given.some(({ state }) => ["open", "agreed", "reported-done"].includes(state));
        const accepted = given.some(({ blocking, state }) => blocking && state === "risk-accepted");
        if (open || accepted || openClarificationOnSpecialRequirement || score === null || score < clean.threshold) expect(outcome).not.toBe("in-order");
        else expect(outcome).toBe("in-order");
      }),
    );
  });
});
