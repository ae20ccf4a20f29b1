import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { Objective, StatementStandard } from "../auditor-statement.ts";
import { HIGH_ASSURANCE_FROM, type StatementFacts } from "../statement-facts.ts";

/** Standards that are no opinion on the agreement (GAP-14); they support the objectives of SECURITY_OBJECTIVES alone. domain.md §4.4, §5.3. */
export const SECURITY_ONLY: readonly StatementStandard[] = ["isae-3402", "soc-1", "soc-2", "iso-27001", "iso-27701"];
export const SECURITY_OBJECTIVES: readonly Objective[] = ["B", "C"];

/** GAP-1: from 7 points an auditor's statement without high assurance (limited or unknown) blocks concept 5. Datatilsynet 2021, concept 5. */
export function gap1({ basis, points, statement: { assurance } }: StatementFacts): RaisedFinding[] {
  if (basis !== "auditors-statement" || points < HIGH_ASSURANCE_FROM || assurance === "high") return [];
  return [finding({ rule: "GAP-1", severity: "critical", blocking: true, source: "Datatilsynet 2021, koncept 5", values: { points, assurance } })];
}

/** GAP-9: a type 1 statement says nothing of operating effectiveness; from 7 points graver, and blocking where the tenant refuses it. ISAE 3000. */
export function gap9({ points, refuseTypeOne, statement: { type } }: StatementFacts): RaisedFinding[] {
  if (type !== 1) return [];
  const high = points >= HIGH_ASSURANCE_FROM;
  return [finding({ rule: "GAP-9", severity: high ? "major" : "minor", blocking: high && refuseTypeOne, source: "ISAE 3000", values: { points } })];
}

/** GAP-14: ISAE 3402, SOC or ISO alone supports security (B, C) but not compliance with the agreement. GDPR art. 28(3). */
export function gap14({ statement: { standard } }: StatementFacts): RaisedFinding[] {
  if (!SECURITY_ONLY.includes(standard)) return [];
  return [finding({ rule: "GAP-14", severity: "major", source: "GDPR art. 28(3)", values: { standard } })];
}
