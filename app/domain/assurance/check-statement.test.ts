import { describe, expect, it } from "vitest";
import { proposeConclusion } from "../scoring/propose-conclusion.ts";
import { checkConclusion } from "../scoring/check-conclusion.ts";
import { subjectOf } from "../findings/raised-finding.ts";
import { checkStatement } from "./check-statement.ts";
import { changedFacts, CLEAN_FACTS, CLEAN_STATEMENT } from "./clean-statement.sample.ts";

const everythingWrong = changedFacts(
  {
    points: 8,
    today: "2027-06-01",
    specialRequirements: [{ id: "s1", coveredByStatement: null }],
    approvedSubprocessors: ["Drift ApS", "Ny ApS"],
    serviceCovered: false,
    receivedOn: "2026-06-01",
    jointSupervision: true,
  },
  {
    standard: "isae-3402",
    assurance: "limited",
    type: 1,
    asAtDate: "2025-12-31",
    opinion: "qualified",
    objectives: { ...CLEAN_STATEMENT.objectives, I: "not-covered" },
    exceptions: [{ ref: "B.6", text: "", managementResponse: null, dueOn: null }],
    subprocessors: [{ name: "Drift ApS", method: "carve-out", evidenceRef: null }],
    auditor: { ...CLEAN_STATEMENT.auditor, relatedToProcessor: true },
    complementaryControls: [{ ref: "CC1", text: "", ourOwner: null, ourStatus: null }],
    sharingForbidden: true,
  },
);

describe("checkStatement", () => {
  it("finds nothing on a clean statement", () => {
    expect(checkStatement(CLEAN_FACTS)).toEqual([]);
  });

  it("runs all fifteen rules, in their order", () => {
    expect(checkStatement(everythingWrong).map(({ rule }) => rule)).toEqual(Array.from({ length: 15 }, (_, index) => `GAP-${index + 1}`));
  });

  it("raises no two findings of the same rule and subject", () => {
    const names = ["s1", "s2", "s3"];
    const facts = changedFacts(
      { specialRequirements: names.map((id) => ({ id, coveredByStatement: null })), approvedSubprocessors: ["A", "B"], today: "2030-01-01" },
      { periodFrom: "2025-11-01", objectives: {}, subprocessorMethod: "carve-out", subprocessors: ["C", "D"].map((name) => ({ name, method: "carve-out", evidenceRef: null })) },
    );
    const keys = checkStatement(facts).map((found) => `${found.rule} ${subjectOf(found)}`);
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("gives the same findings for the same facts", () => {
    expect(checkStatement(structuredClone(everythingWrong))).toEqual(checkStatement(everythingWrong));
  });

  it.each([
    ["high", "in-order", true],
    ["limited", "not-in-order", false],
  ] as const)("a GP's journal system at 7 points with %s assurance: %s", (assurance, outcome, mayBeInOrder) => {
    const findings = checkStatement(changedFacts({ points: 7 }, { assurance })).map(({ blocking }) => ({ blocking, state: "open" as const }));
    const proposal = proposeConclusion({ score: 100, items: [], findings, openClarificationOnSpecialRequirement: false, threshold: 85 });
    expect(proposal.outcome).toBe(outcome);
    expect(checkConclusion({ proposal, outcome: "in-order", reason: "We trust them" }).ok).toBe(mayBeInOrder);
  });
});
