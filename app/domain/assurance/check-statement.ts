import type { RaisedFinding } from "../findings/raised-finding.ts";
import { gap1, gap14, gap9 } from "./rules/depth.ts";
import { gap11 } from "./rules/independence.ts";
import { gap4, gap5 } from "./rules/opinion.ts";
import { gap10, gap12 } from "./rules/period.ts";
import { gap2, gap3, gap8 } from "./rules/scope.ts";
import { gap6, gap7 } from "./rules/subprocessors.ts";
import { gap13, gap15 } from "./rules/use.ts";
import type { StatementFacts } from "./statement-facts.ts";

/** The rules on an auditor's statement, in the order of their numbers. domain.md §4.4. */
export const GAP_RULES: readonly ((facts: StatementFacts) => RaisedFinding[])[] = [
  gap1, gap2, gap3, gap4, gap5, gap6, gap7, gap8, gap9, gap10, gap11, gap12, gap13, gap14, gap15,
];

/** Every finding on the statement, by rule number and then in the order of the facts: the same facts always give the same list. */
export function checkStatement(facts: StatementFacts): RaisedFinding[] {
  return GAP_RULES.flatMap((rule) => rule(facts));
}
