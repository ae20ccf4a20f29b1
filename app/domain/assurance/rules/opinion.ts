import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { StatementException } from "../auditor-statement.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** GAP-4: a modified opinion must be assessed and followed up before the supervision closes. An emphasis of matter does not modify. ISAE 3000. */
export function gap4({ statement: { opinion } }: StatementFacts): RaisedFinding[] {
  if (opinion === "unmodified") return [];
  const severity = opinion === "qualified" ? "major" : "critical";
  return [finding({ rule: "GAP-4", severity, blocking: true, source: "ISAE 3000", values: { opinion } })];
}

/** The exceptions of the report on which we have not yet taken a position. */
export function unassessedExceptions({ statement, assessedExceptions }: StatementFacts): StatementException[] {
  return statement.exceptions.filter(({ ref }) => !assessedExceptions.includes(ref));
}

/** GAP-5: one task per exception without our assessment: does it touch our data, is it remedied? Datatilsynet 2021, concept 5 (take a position on the reports). */
export function gap5(facts: StatementFacts): RaisedFinding[] {
  return unassessedExceptions(facts).map(({ ref, managementResponse, dueOn }) => {
    const values = { exception: ref, response: managementResponse?.trim() ? "given" : "none", ...(dueOn === null ? {} : { dueOn }) };
    return finding({ rule: "GAP-5", severity: "minor", source: "Datatilsynet 2021, koncept 5", values });
  });
}
