/** The version of the rules that raise findings; a change of rules is a new version and never touches what is concluded. */
export const RULE_VERSION = 3;

/** How grave a finding is, gravest first. */
export type Severity = "critical" | "major" | "minor" | "notice";

/**
 * A gap found by rule: facts only, its text is built from `rule` and `values`.
 * `blocking` and open: the supervision cannot be concluded as in order. `question` names the question it concerns, if one.
 */
export type RaisedFinding = {
  rule: string;
  severity: Severity;
  blocking: boolean;
  source: string;
  question: string | null;
  values: Record<string, string | number>;
};

/** A finding with what is usual left out: not blocking, no question, no values. */
export function finding(
  given: Pick<RaisedFinding, "rule" | "severity" | "source"> & Partial<Pick<RaisedFinding, "blocking" | "question" | "values">>,
): RaisedFinding {
  return { blocking: false, question: null, values: {}, ...given };
}

const SUBJECT_VALUES = ["record", "requirement", "exception", "subprocessor", "objective", "control", "breach", "item", "place", "procedure", "part", "aspect", "kind"];

/** What within its rule a finding is about (a requirement, an exception, a sub-processor ...), "" if nothing: rule, question and subject identify it, so raising again finds the same one. */
export function subjectOf({ values }: RaisedFinding): string {
  const name = SUBJECT_VALUES.find((value) => value in values);
  return name === undefined ? "" : String(values[name]);
}
