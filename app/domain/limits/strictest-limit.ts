import { LAW_LIMITS } from "./clause-sets.ts";
import { limitKind } from "./limit-kinds.ts";
import type { LimitKind } from "./limit-kinds.ts";
import { LIMIT_WORDS, magnitudeOf } from "./limit-units.ts";
import type { Limit } from "./limit-units.ts";

/**
 * The strictest limit of a kind, and what else stands: `beside` applies at the same time (words beside a number: "without undue delay, at the
 * latest within 24 hours"; the same limit from another source), `weaker` is overtaken by the strictest.
 */
export type StrictestLimit = { strictest: Limit; beside: Limit[]; weaker: Limit[] };

/**
 * The strictest of the rows of one kind and of what the law sets; null when nothing sets one. A number goes before words, since it can be
 * measured; of two numbers the shorter or the longer as the kind says; of words the stricter. Equal ones: the agreement's first, then the law's.
 */
export function strictestLimit(rows: readonly Limit[], kindId: string): StrictestLimit | null {
  const kind = limitKind(kindId);
  if (!kind) return null;
  const all = [...rows, ...LAW_LIMITS].filter((row) => row.kind === kindId);
  const ranked = all.toSorted((one, other) => compareLimits(one, other, kind));
  const strictest = ranked[0];
  if (!strictest) return null;
  const others = ranked.slice(1);
  const isBeside = (row: Limit) => (strictest.value !== null && row.value === null) || compareLimits(strictest, row, kind) === 0;
  return { strictest, beside: others.filter(isBeside), weaker: others.filter((row) => !isBeside(row)) };
}

/** Negative when the first is the stricter, 0 when they are as strict. */
export function compareLimits(one: Limit, other: Limit, { stricter }: Pick<LimitKind, "stricter">): number {
  const [a, b] = [magnitudeOf(one), magnitudeOf(other)];
  if (a !== null && b !== null) return stricter === "shorter" ? a - b : b - a;
  if (a !== null || b !== null) return a !== null ? -1 : 1;
  const rank = ({ unit }: Limit) => (LIMIT_WORDS as readonly string[]).indexOf(unit);
  return rank(one) - rank(other);
}
