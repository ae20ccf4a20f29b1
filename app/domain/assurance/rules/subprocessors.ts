import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { StatementSubprocessor } from "../auditor-statement.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** Names are compared without case and surrounding or doubled spaces. */
const key = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** The sub-processors to account for: the report's own list, or the approved ones under the report's general method where it has none. */
export function concernedSubprocessors({ statement, approvedSubprocessors }: StatementFacts): StatementSubprocessor[] {
  const { subprocessors, subprocessorMethod } = statement;
  if (subprocessors?.length) return [...subprocessors];
  if (subprocessorMethod === "none") return [];
  return approvedSubprocessors.map((name) => ({ name, method: subprocessorMethod, evidenceRef: null }));
}

/**
 * GAP-6: a sub-processor outside the statement (carve-out, or method unknown) without evidence of its own, or any of them where the statement
 * did not look at how the processor supervises them: ask for that supervision. Datatilsynet 2021, concept 5 (004:483) and ch. 6.
 */
export function gap6(facts: StatementFacts): RaisedFinding[] {
  const unexamined = facts.subprocessorSupervisionExamined === false;
  const { subprocessorMethod } = facts.statement;
  const all = concernedSubprocessors(facts);
  const ask = (method: string, subprocessor: string) => {
    const bound = subprocessor === "" ? "unnamed" : method === "inclusive" ? "unexamined" : null;
    const severity = method === "carve-out" || (method === "unknown" && unexamined) ? "major" : "minor";
    return finding({ rule: "GAP-6", severity, source: "Datatilsynet 2021, koncept 5", values: { subprocessor, method, ...(bound ? { bound } : {}) } });
  };
  if (all.length === 0) return subprocessorMethod === "carve-out" || (unexamined && subprocessorMethod !== "none") ? [ask(subprocessorMethod, "")] : [];
  return all.filter(({ method, evidenceRef }) => !evidenceRef && (method !== "inclusive" || unexamined)).map(({ method, name }) => ask(method, name));
}

/** GAP-7: the approved sub-processors and the report's list differ; one finding per name. Silent while the report's list is not recorded. GDPR art. 28(2). */
export function gap7({ approvedSubprocessors, statement: { subprocessors, subprocessorMethod } }: StatementFacts): RaisedFinding[] {
  const listed = subprocessors?.map(({ name }) => name) ?? (subprocessorMethod === "none" ? [] : null);
  if (listed === null) return [];
  const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.some((other) => key(other) === key(name)));
  const differ = (subprocessor: string, difference: string) =>
    finding({ rule: "GAP-7", severity: difference === "not-approved" ? "major" : "minor", source: "GDPR art. 28(2)", values: { subprocessor, difference } });
  return [
    ...without(listed, approvedSubprocessors).map((name) => differ(name, "not-approved")),
    ...without(approvedSubprocessors, listed).map((name) => differ(name, "not-in-report")),
  ];
}
