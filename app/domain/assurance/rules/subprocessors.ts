import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import type { StatementSubprocessor } from "../auditor-statement.ts";
import type { StatementFacts } from "../statement-facts.ts";

/** Names are compared without case and surrounding or doubled spaces. */
const key = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** The sub-processors to account for: the report's own list, or those approved and assumed under the report's general method where it has none. */
export function concernedSubprocessors({ statement, approvedSubprocessors, assumedSubprocessors }: StatementFacts): StatementSubprocessor[] {
  const { subprocessors, subprocessorMethod } = statement;
  if (subprocessors?.length) return [...subprocessors];
  if (subprocessorMethod === "none") return [];
  return [...approvedSubprocessors, ...assumedSubprocessors].map((name) => ({ name, method: subprocessorMethod, evidenceRef: null }));
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

/**
 * GAP-7: the agreement's sub-processors and the report's list differ; one finding per name. One that is only assumed to be in use is not
 * approved. Silent while the report's list is not recorded. GDPR art. 28(2).
 */
export function gap7({ approvedSubprocessors, assumedSubprocessors, statement: { subprocessors, subprocessorMethod } }: StatementFacts): RaisedFinding[] {
  const listed = subprocessors?.map(({ name }) => name) ?? (subprocessorMethod === "none" ? [] : null);
  if (listed === null) return [];
  const has = (names: readonly string[], name: string) => names.some((other) => key(other) === key(name));
  const differ = (subprocessor: string, difference: string) =>
    finding({ rule: "GAP-7", severity: difference.endsWith("not-in-report") ? "minor" : "major", source: "GDPR art. 28(2)", values: { subprocessor, difference } });
  return [
    ...listed.filter((name) => !has(approvedSubprocessors, name)).map((name) => differ(name, has(assumedSubprocessors, name) ? "assumed" : "not-approved")),
    ...approvedSubprocessors.filter((name) => !has(listed, name)).map((name) => differ(name, "not-in-report")),
    ...assumedSubprocessors.filter((name) => !has(listed, name)).map((name) => differ(name, "assumed-not-in-report")),
  ];
}
