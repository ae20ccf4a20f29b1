import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** GAP-11: the auditor is related to the processor, or has not declared independence: blocks K5-5. Datatilsynet 2021, concept 5. */
export function gap11({ statement: { auditor } }: StatementFacts): RaisedFinding[] {
  const raise = (aspect: string) =>
    finding({ rule: "GAP-11", severity: "critical", blocking: true, source: "Datatilsynet 2021, koncept 5", values: { aspect } });
  if (auditor.relatedToProcessor === true) return [raise("related")];
  return auditor.independenceDeclared === true ? [] : [raise("not-declared")];
}
