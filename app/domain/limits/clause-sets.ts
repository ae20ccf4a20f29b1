import { LIMIT_KINDS } from "./limit-kinds.ts";
import type { Limit } from "./limit-units.ts";

/** What a contract is made from: the municipal template (001), Datatilsynet's standard clauses, the joint secretariat's template (DBS), or an own text. */
export const CLAUSE_SETS = ["municipal", "standard-clauses", "secretariat", "own"] as const;
export type ClauseSet = (typeof CLAUSE_SETS)[number];

/** The sets of limits an agreement can be filled in from: the municipal template, the security instruction (000), Absalon's checklist (003), the secretariat, the guide's advice (004). */
export const LIMIT_SETS = ["municipal", "security-instruction", "absalon", "secretariat", "guide"] as const;
export type LimitSet = (typeof LIMIT_SETS)[number];

const PREFIX: Readonly<Record<LimitSet, string>> = { municipal: "001 ", "security-instruction": "000 ", absalon: "003 ", secretariat: "DBS", guide: "004:" };

/** The limits whose source begins so, in the order of LIMIT_KINDS. */
function limitsFrom(prefix: string): Limit[] {
  return LIMIT_KINDS.flatMap(({ id, known }) =>
    known.filter(({ source }) => source.startsWith(prefix)).map(({ value, unit, runsFrom, source }) => ({ kind: id, value, unit, runsFrom, source })));
}

/** The limits a set brings, each with its source. */
export function limitsOfSet(set: LimitSet): Limit[] {
  return limitsFrom(PREFIX[set]);
}

/** The set a new agreement of these clauses begins with; null where the clauses leave the limits open. */
export function limitSetOf(clauses: string): LimitSet | null {
  return clauses === "municipal" || clauses === "secretariat" ? clauses : null;
}

/** What the law sets whatever the agreement says (GDPR art. 33). */
export const LAW_LIMITS: readonly Limit[] = limitsFrom("GDPR ");
