/** Every way a draft can be unfinished or wrong; the texts stand in builder.json under `problem`. */
export const PROBLEMS = [
  "no-title", "no-page-title", "no-question-title", "empty-page", "no-choices", "no-choice-text", "duplicate-choice", "no-level", "no-fields", "no-field-title", "duplicate-field", "min-over-max", "wrong-limit", "too-few-rows",
  "unsafe-text", "unsafe-link", "unknown-reference", "wrong-operator", "wrong-value", "condition-too-long", "reason-too-long", "evidence-condition", "evidence-never", "dead", "depends-on-itself", "circular", "unknown-requirement",
  "reserved-name", "too-large", "refused", "missing-translation", "rule-dead", "asked-later", "nothing-counts", "unknown-placeholder", "critical-without-weight",
] as const;

/** One thing to put right (an error hinders publishing), where it is, and the questions it concerns. */
export type DraftProblem = { severity: "error" | "warning"; code: (typeof PROBLEMS)[number]; page: string | null; question: string | null; names?: string[]; detail?: string };
