import { describe, expect, test } from "vitest";
import { checkConclusion } from "./check-conclusion.ts";
import type { Outcome, Proposal } from "./propose-conclusion.ts";

const inOrder: Proposal = { outcome: "in-order", reasons: ["threshold-reached"] };
const remarks: Proposal = { outcome: "in-order-with-remarks", reasons: ["below-threshold"] };
const unclarified: Proposal = { outcome: "in-order-with-remarks", reasons: ["special-requirement-unclarified"] };
const blocked: Proposal = { outcome: "not-in-order", reasons: ["blocking-finding-open", "finding-open"] };
const criticalOnly: Proposal = { outcome: "not-in-order", reasons: ["critical-not-met"] };
const accepted: Proposal = { outcome: "in-order-with-remarks", reasons: ["blocking-risk-accepted"] };
const both: Proposal = { outcome: "not-in-order", reasons: ["blocking-finding-open", "special-requirement-unclarified"] };
const WHY = "The measure was shown on site";

describe("checkConclusion", () => {
  test.each<[string, Proposal, Outcome, string | null, string]>([
    ["as proposed", inOrder, "in-order", null, "ok"],
    ["as proposed, with remarks", remarks, "in-order-with-remarks", null, "ok"],
    ["as proposed, not in order", blocked, "not-in-order", null, "ok"],
    ["stricter than proposed, without a reason", inOrder, "not-in-order", null, "deviation-needs-reason"],
    ["stricter than proposed, with a blank reason", inOrder, "not-in-order", " ", "deviation-needs-reason"],
    ["stricter than proposed, with a reason", inOrder, "not-in-order", WHY, "ok"],
    ["milder than proposed, without a reason", remarks, "in-order", null, "deviation-needs-reason"],
    ["milder than proposed, with a reason", remarks, "in-order", WHY, "ok"],
    ["in order over a critical no whose finding is closed", criticalOnly, "in-order", WHY, "ok"],
    ["in order over a blocking finding, without a reason", blocked, "in-order", null, "blocking-finding-open"],
    ["in order over a blocking finding, even with a reason", blocked, "in-order", WHY, "blocking-finding-open"],
    ["with remarks over a blocking finding, with a reason", blocked, "in-order-with-remarks", WHY, "ok"],
    ["with remarks over a blocking finding, without", blocked, "in-order-with-remarks", "", "deviation-needs-reason"],
    ["in order over an accepted blocking risk, even with a reason", accepted, "in-order", WHY, "blocking-risk-accepted"],
    ["with remarks over an accepted blocking risk", accepted, "in-order-with-remarks", null, "ok"],
    ["in order over an open clarification, even with a reason", unclarified, "in-order", WHY, "special-requirement-unclarified"],
    ["with remarks over an open clarification", unclarified, "in-order-with-remarks", null, "ok"],
    ["in order over both: the graver is named", both, "in-order", WHY, "blocking-finding-open"],
  ])("%s", (_, proposal, outcome, reason, expected) => {
    const check = checkConclusion({ proposal, outcome, reason });
    expect(check.ok ? "ok" : check.reason).toBe(expected);
  });
});
