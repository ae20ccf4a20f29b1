import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { listItems } from "./list-items.server.ts";
import { ITEM_STANDS, progressOf, sortedItems } from "./round-items.ts";
import type { ItemStand, ItemWish } from "./round-items.ts";
import { rounds } from "./rounds.server.ts";

/** A round as its page shows it: what has become of its agreements, how the supervisions go, and a part of the list. While it is being sent only the numbers are read. Null: there is none. */
export async function loadRound(tx: Tx, scope: Pick<Scope, "organisationId">, roundId: string, { wish, skip, take, today }: { wish: ItemWish; skip: number; take: number; today: IsoDate }) {
  const mine = rounds(tx, scope);
  const found = await mine.find(roundId);
  if (!found) return null;
  const counts = await mine.counts(roundId);
  const items = found.state === "sending" ? [] : await listItems(tx, scope, found, today);
  const chosen = sortedItems(items, wish);
  const stands = Object.fromEntries(ITEM_STANDS.map((stand) => [stand, items.filter((item) => item.stand === stand).length])) as Record<ItemStand, number>;
  const changed = items.filter(({ refusal }) => refusal === "plan-changed" || refusal === "concept-changed").length;
  const { startedById: _who, ...round } = found;
  return { round, counts, stands, changed, progress: progressOf(items), items: chosen.slice(skip, skip + take), chosen: chosen.length, total: counts.waiting + counts.sent + counts.refused + counts.left };
}

export type LoadedRound = NonNullable<Awaited<ReturnType<typeof loadRound>>>;
