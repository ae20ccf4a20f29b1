// data table
import type { Limit } from "./limit-units.ts";

/** The groups limits are shown in. */
export const LIMIT_GROUPS = ["breach", "security", "access", "subprocessors", "supervision", "instruction", "documentation", "end"] as const;
export type LimitGroup = (typeof LIMIT_GROUPS)[number];

/** A limit as a source known to us sets it, with its number in domain.md §3.5. */
export type KnownLimit = Omit<Limit, "kind" | "id" | "note"> & { t: number };

/**
 * A kind of limit. `stricter`: whether the shorter or the longer of two is the stricter one (a breach notice, a notice of a new sub-processor).
 * `binds`: whose duty it is. `known`: what the sources known to us set.
 */
export type LimitKind = { id: string; group: LimitGroup; stricter: "shorter" | "longer"; binds: "processor" | "controller"; known: readonly KnownLimit[] };

const at = (t: number, value: number | null, unit: string, runsFrom: string, source: string): KnownLimit => ({ t, value, unit, runsFrom, source });

/** Every limit of domain.md §3.5, T1–T39. */
export const LIMIT_KINDS: readonly LimitKind[] = [
  {
    id: "breach-notice", group: "breach", stricter: "shorter", binds: "processor",
    known: [
      at(6, null, "without-undue-delay", "awareness", "GDPR art. 33(2)"), at(7, 24, "hours", "awareness", "003 ABS-13"), at(8, null, "without-undue-delay", "awareness", "001 10.1"),
      at(39, 24, "hours", "awareness", "DBS"),
    ],
  },
  { id: "incident-notice", group: "breach", stricter: "shorter", binds: "processor", known: [at(9, null, "without-undue-delay", "incident", "001 C.2 d.12")] },
  { id: "authority-notice", group: "breach", stricter: "shorter", binds: "controller", known: [at(10, 72, "hours", "awareness", "GDPR art. 33(1)"), at(10, 72, "hours", "awareness", "001 9.2.b")] },
  { id: "persons-notice", group: "breach", stricter: "shorter", binds: "controller", known: [at(11, null, "without-undue-delay", "awareness", "001 9.2.c")] },

  { id: "patching", group: "security", stricter: "shorter", binds: "processor", known: [at(19, 14, "days", "release", "001 C.2 d.8")] },
  { id: "critical-patching", group: "security", stricter: "shorter", binds: "processor", known: [at(21, 48, "hours", "release", "000 9.1.1")] },
  { id: "updates", group: "security", stricter: "shorter", binds: "processor", known: [at(20, null, "reasonable-time", "release", "000 9.1")] },
  { id: "log-retention", group: "security", stricter: "longer", binds: "processor", known: [at(18, 6, "months", "log-entry", "000 5.2"), at(18, 6, "months", "log-entry", "001 C.2 c.1")] },
  { id: "backup", group: "security", stricter: "shorter", binds: "processor", known: [at(24, null, "regularly", "", "000 8.2"), at(24, null, "regularly", "", "003 ABS-25")] },
  { id: "backup-readability", group: "security", stricter: "shorter", binds: "processor", known: [at(24, null, "regularly", "", "000 8.3")] },
  { id: "restore", group: "security", stricter: "shorter", binds: "processor", known: [at(25, null, "reasonable-time", "outage", "000 11.1")] },

  { id: "access-closure", group: "access", stricter: "shorter", binds: "processor", known: [at(14, null, "immediately", "withdrawal", "001 5.1")] },
  {
    id: "access-revocation", group: "access", stricter: "shorter", binds: "processor",
    known: [at(15, null, "without-undue-delay", "need-ends", "000 3.11"), at(16, null, "without-undue-delay", "criteria-end", "001 C.2 d.2")],
  },
  { id: "access-review", group: "access", stricter: "shorter", binds: "processor", known: [at(17, 6, "months", "last-review", "000 3.10"), at(17, 6, "months", "last-review", "001 C.2 b.7")] },
  { id: "lockout", group: "access", stricter: "shorter", binds: "processor", known: [at(22, 5, "attempts", "first-attempt", "000 5.1")] },
  { id: "authentication", group: "access", stricter: "shorter", binds: "processor", known: [at(23, null, "each-time", "logon", "000 3.6")] },

  { id: "subprocessor-notice", group: "subprocessors", stricter: "longer", binds: "processor", known: [at(26, 1, "months", "takes-effect", "001 B.1.2"), at(39, 60, "days", "takes-effect", "DBS")] },
  { id: "subprocessor-statement", group: "subprocessors", stricter: "shorter", binds: "processor", known: [at(32, 1, "years", "last-statement", "001 C.6.1")] },
  { id: "subprocessor-statement-sending", group: "subprocessors", stricter: "shorter", binds: "processor", known: [at(32, 30, "days", "statement-obtained", "001 C.6.2")] },
  { id: "subprocessor-visit", group: "subprocessors", stricter: "shorter", binds: "processor", known: [at(33, 1, "years", "last-visit", "001 C.6.4")] },
  { id: "subprocessor-agreement-copy", group: "subprocessors", stricter: "shorter", binds: "processor", known: [at(27, null, "on-request", "", "001 7.6")] },

  { id: "processor-review", group: "supervision", stricter: "shorter", binds: "controller", known: [at(1, 1, "years", "fixed-date", "004:83")] },
  { id: "status", group: "supervision", stricter: "shorter", binds: "processor", known: [at(2, 1, "years", "last-status", "004:368")] },
  { id: "supervision-interval", group: "supervision", stricter: "shorter", binds: "controller", known: [at(3, 2, "years", "last-supervision", "004:356")] },
  { id: "critical-supervision", group: "supervision", stricter: "shorter", binds: "controller", known: [at(4, 1, "years", "last-supervision", "004:543")] },
  { id: "breach-question", group: "supervision", stricter: "shorter", binds: "controller", known: [at(5, null, "each-time", "last-supervision", "004:378")] },
  { id: "auditor-statement", group: "supervision", stricter: "shorter", binds: "processor", known: [at(29, 1, "years", "last-statement", "001 C.5.1")] },
  { id: "statement-sending", group: "supervision", stricter: "shorter", binds: "processor", known: [at(30, 30, "days", "statement-obtained", "001 C.5.2")] },
  { id: "physical-visit", group: "supervision", stricter: "shorter", binds: "controller", known: [at(31, 1, "years", "last-visit", "001 C.5.4")] },

  { id: "unlawful-instruction", group: "instruction", stricter: "shorter", binds: "processor", known: [at(12, null, "immediately", "opinion-formed", "001 4.2"), at(12, null, "immediately", "opinion-formed", "003 ABS-12")] },
  { id: "legal-requirement", group: "instruction", stricter: "shorter", binds: "processor", known: [at(13, null, "before", "", "001 4.1")] },
  { id: "instruction-change", group: "instruction", stricter: "longer", binds: "controller", known: [at(34, 2, "weeks", "notice", "001 C.7.1")] },

  { id: "confidentiality-proof", group: "documentation", stricter: "shorter", binds: "processor", known: [at(28, null, "on-request", "", "001 5.4")] },
  { id: "disposal-proof", group: "documentation", stricter: "shorter", binds: "processor", known: [at(28, null, "on-request", "", "000 4.4")] },
  { id: "log-information", group: "documentation", stricter: "shorter", binds: "processor", known: [at(28, null, "on-request", "", "000 5.3")] },
  { id: "administrator-instruction", group: "documentation", stricter: "shorter", binds: "processor", known: [at(27, null, "on-request", "", "001 C.2 a.3")] },
  { id: "contact-change", group: "documentation", stricter: "shorter", binds: "processor", known: [at(37, null, "each-time", "change", "001 15.2")] },

  { id: "return-and-erasure", group: "end", stricter: "shorter", binds: "processor", known: [at(35, null, "at-end", "", "001 11.1"), at(35, null, "at-end", "", "003 ABS-17")] },
  { id: "default-notice", group: "end", stricter: "shorter", binds: "controller", known: [at(36, null, "without-undue-delay", "default", "001 D.2.2")] },
  { id: "force-majeure-notice", group: "end", stricter: "shorter", binds: "processor", known: [at(36, null, "without-undue-delay", "default", "001 D.2.3.a")] },
  { id: "termination-notice", group: "end", stricter: "longer", binds: "controller", known: [at(38, null, "contract", "", "001 14.4")] },
];

const byId = new Map(LIMIT_KINDS.map((kind) => [kind.id, kind]));

/** The kind of that id; null when there is none. */
export function limitKind(id: string): LimitKind | null {
  return byId.get(id) ?? null;
}
