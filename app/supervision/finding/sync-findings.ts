import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { subjectOf } from "#app/domain/findings/raised-finding.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import { canonicalJson } from "#app/questionnaire/canonical-json.ts";

/**
 * A finding as it stands; `clearedByFacts` = it was closed because the rule no longer fired, not by a person; `carriedOver` = its risk
 * counts as accepted because it was accepted in the supervision before.
 */
export type StandingFinding = {
  id: string; rule: string; question: string; subject: string; state: FindingState; severity: string; blocking: boolean; values: unknown; clearedByFacts: boolean; carriedOver: boolean;
};

/** What must be done so that the stored findings say what the rules say now. */
export type FindingChanges = {
  add: (RaisedFinding & { subject: string })[];
  change: { id: string; raised: RaisedFinding }[];
  reopen: { id: string; raised: RaisedFinding; from: FindingState }[];
  clear: { id: string; from: FindingState }[];
};

/** The rule of findings that people raise; the facts never clear them. */
export const MANUAL = "MANUAL";

/** What makes a finding the same one again. */
export const factKey = (rule: string, question: string, subject: string) => JSON.stringify([rule, question, subject]);

/**
 * Compares the findings raised now with those that stand. A fact that is gone clears its open finding; one that returns opens it again.
 * What a person accepted, verified or closed in this supervision stays as it is.
 */
export function syncFindings(standing: readonly StandingFinding[], raised: readonly RaisedFinding[]): FindingChanges {
  const known = new Map(standing.map((one) => [factKey(one.rule, one.question, one.subject), one]));
  const changes: FindingChanges = { add: [], change: [], reopen: [], clear: [] };
  const seen = new Set<string>();
  for (const finding of raised) {
    const subject = subjectOf(finding);
    const key = factKey(finding.rule, finding.question ?? "", subject);
    if (seen.has(key)) continue;
    seen.add(key);
    const found = known.get(key);
    if (!found) changes.add.push({ ...finding, subject });
    else if (found.clearedByFacts) changes.reopen.push({ id: found.id, raised: finding, from: found.state });
    else if (isOpenFinding(found.state) && saysOtherwise(found, finding)) changes.change.push({ id: found.id, raised: finding });
  }
  for (const [key, found] of known) {
    if (found.rule !== MANUAL && !seen.has(key) && (isOpenFinding(found.state) || found.carriedOver)) changes.clear.push({ id: found.id, from: found.state });
  }
  return changes;
}

/** Whether gravity or the facts in the explanation are other than they were; values come back from the database in another order. */
function saysOtherwise(found: StandingFinding, { severity, blocking, values }: RaisedFinding): boolean {
  return found.severity !== severity || found.blocking !== blocking || canonicalJson(found.values) !== canonicalJson(values);
}
