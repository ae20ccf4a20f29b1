import { limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import type { LimitSet } from "#app/domain/limits/clause-sets.ts";
import { LIMIT_GROUPS, LIMIT_KINDS } from "#app/domain/limits/limit-kinds.ts";
import type { LimitGroup, LimitKind } from "#app/domain/limits/limit-kinds.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { strictestLimit } from "#app/domain/limits/strictest-limit.ts";
import type { StrictestLimit } from "#app/domain/limits/strictest-limit.ts";

/** A kind as a page shows it; `found` is null where nothing is set. */
export type KindView = Pick<LimitKind, "id" | "stricter" | "binds"> & { found: StrictestLimit | null };
export type GroupView = { group: LimitGroup; kinds: KindView[] };

/** Every kind of limit in its group, with the strictest of what an agreement and the law set. */
export function groupLimits(rows: readonly Limit[]): GroupView[] {
  return LIMIT_GROUPS.map((group) => ({
    group,
    kinds: LIMIT_KINDS.filter((kind) => kind.group === group).map(({ id, stricter, binds }) => ({ id, stricter, binds, found: strictestLimit(rows, id) })),
  }));
}

/** What a set would bring that is not among the rows: the same kind from the same source is there already, whatever its value. */
export function missingOf(rows: readonly Limit[], set: LimitSet): Limit[] {
  return limitsOfSet(set).filter(({ kind, source }) => !rows.some((row) => row.kind === kind && row.source === source));
}
