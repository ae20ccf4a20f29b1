// data table
import type { Severity } from "./raised-finding.ts";

/** Where a rule looks. */
export type RuleGroup = "answers" | "confirmation" | "status" | "certificate" | "statement" | "practice" | "agreement" | "people";
/** When an open finding of the rule bars "in order". */
export type RuleBars = "always" | "sometimes" | "never";
/**
 * A rule that raises findings: the severities it may give, gravest first, whether it bars, the source it rests on, and the version of the
 * rules in which it came or last changed (raised-finding.ts, RULE_VERSION). Its words stand in app/text finding.json under `rule` and `looksAt`.
 */
export type RuleEntry = { id: string; group: RuleGroup; severities: readonly Severity[]; bars: RuleBars; source: string; version: number };

const rule = (group: RuleGroup, id: string, severities: readonly Severity[], bars: RuleBars, source: string, version = 1): RuleEntry => ({ id, group, severities, bars, source, version });
const K4 = "Datatilsynet 2021, koncept 4";
const K5 = "Datatilsynet 2021, koncept 5";

/** Every rule, in the order of the catalogue page. */
export const RULES: readonly RuleEntry[] = [
  rule("answers", "ANSWER-NOT-MET", ["critical", "major"], "sometimes", "GDPR art. 28(3)(h)"),
  rule("answers", "ANSWER-PARTLY", ["major", "minor"], "never", "GDPR art. 28(3)(h)"),
  rule("answers", "ANSWER-NOT-SHOWN", ["major", "minor"], "never", "GDPR art. 28(3)(h)"),
  rule("answers", "ANSWER-MISSING", ["critical", "major"], "sometimes", "GDPR art. 28(3)(h)"),
  rule("answers", "ANSWER-NA-REJECTED", ["critical", "major"], "sometimes", "GDPR art. 28(3)(h)"),

  rule("confirmation", "K2-RESERVATION", ["major"], "always", "Datatilsynet 2021, koncept 2"),
  rule("confirmation", "K2-MISSING", ["major"], "always", "Datatilsynet 2021, koncept 2"),

  rule("status", "K3-COVERAGE", ["major", "minor"], "never", "Datatilsynet 2021, koncept 3"),
  rule("status", "K3-BREACH-OPEN", ["major", "minor"], "never", "Datatilsynet 2021, koncept 3"),
  rule("status", "K3-BREACH-UNNOTIFIED", ["major", "minor"], "never", "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)"),

  rule("certificate", "K4-SCHEME", ["critical"], "always", `${K4}; GDPR art. 40, 42`),
  rule("certificate", "K4-EXPIRED", ["critical", "major"], "sometimes", K4),
  rule("certificate", "K4-SCOPE", ["critical", "major"], "sometimes", K4),
  rule("certificate", "K4-COVERAGE", ["major", "minor"], "never", K4),
  rule("certificate", "K4-SPECIAL", ["major"], "never", K4),

  rule("statement", "GAP-1", ["critical"], "always", K5),
  rule("statement", "GAP-2", ["critical", "major"], "sometimes", K5),
  rule("statement", "GAP-3", ["major", "minor"], "never", K5, 2),
  rule("statement", "GAP-4", ["critical", "major"], "always", "ISAE 3000"),
  rule("statement", "GAP-5", ["minor"], "never", K5),
  rule("statement", "GAP-6", ["major", "minor"], "never", K5, 2),
  rule("statement", "GAP-7", ["major", "minor"], "never", "GDPR art. 28(2)", 2),
  rule("statement", "GAP-8", ["major"], "never", "ISAE 3000, A-I", 2),
  rule("statement", "GAP-9", ["major", "minor"], "sometimes", "ISAE 3000", 2),
  rule("statement", "GAP-10", ["minor"], "never", "ISAE 3000", 2),
  rule("statement", "GAP-11", ["critical"], "always", K5),
  rule("statement", "GAP-12", ["minor"], "never", "001 C.5.2", 2),
  rule("statement", "GAP-13", ["minor"], "never", "ISAE 3000"),
  rule("statement", "GAP-14", ["major"], "never", "GDPR art. 28(3)"),
  rule("statement", "GAP-15", ["notice"], "never", "ISAE 3000"),

  rule("practice", "LIMIT-EXCEEDED", ["major", "minor"], "never", "001 C.2; 000 9.1; 003 ABS-13", 3),
  rule("practice", "SUBPROCESSOR-NEW", ["critical", "major"], "sometimes", "004:566-576; GDPR art. 28(2)", 2),
  rule("practice", "SUBPROCESSOR-CHANGED", ["major"], "never", "004:566-576; 001 B.2", 2),
  rule("practice", "SUBPROCESSOR-GONE", ["notice"], "never", "EDPB 22/2024", 2),
  rule("practice", "DRIFT-LOCATION", ["major"], "never", "001 C.4; GDPR art. 28(3)(a)", 2),
  rule("practice", "DRIFT-RETENTION", ["major"], "never", "001 C.3; GDPR art. 28(3)(g)", 2),

  rule("agreement", "AGREEMENT-CHECK", ["major", "minor"], "never", "004:269; 003 ABS-1", 2),
  rule("agreement", "AGREEMENT-DEMANDS", ["notice"], "never", "001 C.5", 3),
  rule("agreement", "BREACH-LATE", ["major"], "never", "001 10.1; GDPR art. 33(2)", 2),

  rule("status", "DISCLOSED-NOT-NOTIFIED", ["major", "minor"], "never", "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)", 2),
  rule("status", "NOTIFIED-NOT-DISCLOSED", ["minor"], "never", "Datatilsynet 2021, koncept 3", 2),
  rule("status", "NOTIFIED-LATE", ["major"], "never", "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)", 2),

  rule("people", "MANUAL", ["critical", "major", "minor", "notice"], "sometimes", "GDPR art. 28(3)(h)"),
];
