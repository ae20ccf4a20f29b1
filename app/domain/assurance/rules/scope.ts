import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { Objective } from "../auditor-statement.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** GAP-2: the service we use is outside the scope, which blocks K5-1; whether it is inside must be known. Datatilsynet 2021, concept 5. */
export function gap2({ serviceCovered }: StatementFacts): RaisedFinding[] {
  if (serviceCovered === true) return [];
  const outside = serviceCovered === false;
  const values = { service: outside ? "outside" : "unknown" };
  return [finding({ rule: "GAP-2", severity: outside ? "critical" : "major", blocking: outside, source: "Datatilsynet 2021, koncept 5", values })];
}

/**
 * GAP-3: one question per special requirement the statement does not cover. Made against our own agreement it is presumed to cover
 * what nobody found missing; generic or unknown criteria presume nothing. Less grave once it was asked beside the statement and answered
 * as met: a person takes a position on that. Datatilsynet 2021, concept 5.
 */
export function gap3({ specialRequirements, statement: { criteria } }: StatementFacts): RaisedFinding[] {
  const uncovered = specialRequirements.filter(
    ({ coveredByStatement }) => coveredByStatement === false || (coveredByStatement === null && criteria !== "specific-agreement"),
  );
  return uncovered.map(({ id, coveredByStatement, metBeside }) => {
    const values = { requirement: id, covered: coveredByStatement === false ? "no" : "unknown", ...(metBeside ? { bound: "beside" } : {}) };
    return finding({ rule: "GAP-3", severity: metBeside ? "minor" : "major", source: "Datatilsynet 2021, koncept 5", values });
  });
}

const ALWAYS: readonly Objective[] = ["A", "B", "C", "D", "E", "I"];

/** The objectives this agreement needs: G with transfers, H with data subjects to serve, F with sub-processors, the rest always. */
export function neededObjectives({ transfers, dataSubjectFacing, approvedSubprocessors, assumedSubprocessors }: StatementFacts): Objective[] {
  const conditional: [Objective, boolean][] = [["F", approvedSubprocessors.length + assumedSubprocessors.length > 0], ["G", transfers], ["H", dataSubjectFacing]];
  return [...ALWAYS, ...conditional.filter(([, needed]) => needed).map(([objective]) => objective)].sort();
}

/**
 * GAP-8: a needed objective is missing or "not relevant". ISAE 3000 template A-I. Reports are not always built so: where none is
 * recorded by letter only G and H, which depend on this agreement, are asked for.
 */
export function gap8(facts: StatementFacts): RaisedFinding[] {
  const { objectives } = facts.statement;
  const needed = neededObjectives(facts).filter((objective) => objectives !== null || objective === "G" || objective === "H");
  const missing = needed.filter((objective) => objectives?.[objective] !== "covered");
  return missing.map((objective) =>
    finding({ rule: "GAP-8", severity: "major", source: "ISAE 3000, A-I", values: { objective, coverage: objectives?.[objective] ?? "missing" } }),
  );
}
