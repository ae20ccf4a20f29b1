import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** GAP-13: a complementary control that nobody at our side owns is a task of our own. ISAE 3000. */
export function gap13({ statement: { complementaryControls } }: StatementFacts): RaisedFinding[] {
  return complementaryControls
    .filter(({ ourOwner }) => !ourOwner?.trim())
    .map(({ ref }) => finding({ rule: "GAP-13", severity: "minor", source: "ISAE 3000", values: { control: ref } }));
}

/** GAP-15: a report that may not be passed on is not redistributed in a joint supervision: share the assessment, not the file. ISAE 3000. */
export function gap15({ jointSupervision, statement: { sharingForbidden } }: StatementFacts): RaisedFinding[] {
  return jointSupervision && sharingForbidden ? [finding({ rule: "GAP-15", severity: "notice", source: "ISAE 3000" })] : [];
}
