import type { Concept } from "#app/domain/concept/concept.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import { awaits, isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { ItemRefusal } from "./item-refusal.ts";

/** Where an agreement of a round stands. Before sending: ready, cannot, left. After: refused, left, and where its supervision is. `unsent`: the round was stopped before it. */
export const ITEM_STANDS = ["ready", "cannot", "left", "unsent", "refused", "waiting", "overdue", "answered", "concluded", "withdrawn"] as const;
export type ItemStand = (typeof ITEM_STANDS)[number];
/** `own`: the controller's own questionnaire, where one is asked under concept 6. */
export type RoundItemView = {
  agreementId: string; title: string; processorName: string; concept: Concept; supplements: Concept[]; own: { da: string; en: string } | null; points: number | null; stand: ItemStand; refusal: ItemRefusal | null;
  supervisionId: string | null; supervisionState: SupervisionState | null;
};
/** An item as stored, with where its supervision is, and what speaks against sending it now. */
export type StoredItem = { included: boolean; state: string; supervision: { state: SupervisionState; dueOn: IsoDate | null } | null; refusal: ItemRefusal | null };

/** Where an item stands; `draft`: its round is not started. */
export function standOf({ included, state, supervision, refusal }: StoredItem, draft: boolean, today: IsoDate): ItemStand {
  if (state === "refused") return "refused";
  if (supervision) {
    if (supervision.state === "withdrawn") return "withdrawn";
    if (supervision.state === "concluded" || supervision.state === "archived") return "concluded";
    if (awaits(supervision.state) !== "processor") return "answered";
    return isOverdue(supervision.state, supervision.dueOn, today) ? "overdue" : "waiting";
  }
  if (!included) return "left";
  if (!draft) return "unsent";
  return refusal ? "cannot" : "ready";
}

export const ITEM_SORTS = ["title", "processor", "concept", "points", "state"] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];
export type ItemWish = { show: ItemStand | "all" | "sent"; q: string; sort: { key: ItemSort; direction: "ascending" | "descending" } };

/** Those that fit, in the order asked for. */
export function sortedItems(items: readonly RoundItemView[], { show, q, sort }: ItemWish): RoundItemView[] {
  const words = q.toLocaleLowerCase("da");
  const order = new Intl.Collator("da", { numeric: true });
  const by: Readonly<Record<ItemSort, (one: RoundItemView, other: RoundItemView) => number>> = {
    title: (one, other) => order.compare(one.title, other.title),
    processor: (one, other) => order.compare(one.processorName, other.processorName),
    concept: (one, other) => one.concept - other.concept || one.supplements.join().localeCompare(other.supplements.join()),
    points: (one, other) => (one.points ?? 0) - (other.points ?? 0),
    state: (one, other) => ITEM_STANDS.indexOf(one.stand) - ITEM_STANDS.indexOf(other.stand),
  };
  const turn = sort.direction === "ascending" ? 1 : -1;
  return items
    .filter(({ stand, supervisionId }) => show === "all" || (show === "sent" ? supervisionId !== null : stand === show))
    .filter(({ title, processorName }) => words === "" || `${title}\n${processorName}`.toLocaleLowerCase("da").includes(words))
    .sort((one, other) => turn * by[sort.key](one, other) || order.compare(one.title, other.title) || one.agreementId.localeCompare(other.agreementId));
}

export type ConceptProgress = { concept: Concept | null; supplements: Concept[]; sent: number } & Record<(typeof PROGRESS)[number], number>;
export const PROGRESS = ["waiting", "overdue", "answered", "concluded", "withdrawn"] as const;

/** How the supervisions of a round go, by what they ask, and in all (concept null) where there are several. */
export function progressOf(items: readonly RoundItemView[]): ConceptProgress[] {
  const sent = items.filter(({ supervisionId }) => supervisionId !== null);
  const row = (concept: Concept | null, supplements: Concept[], mine: readonly RoundItemView[]): ConceptProgress => {
    const of = (stand: ItemStand) => mine.filter((item) => item.stand === stand).length;
    return { concept, supplements, sent: mine.length, waiting: of("waiting"), overdue: of("overdue"), answered: of("answered"), concluded: of("concluded"), withdrawn: of("withdrawn") };
  };
  const nameOf = ({ concept, supplements }: RoundItemView) => [concept, ...supplements].join("+");
  const rows = [...new Set(sent.map(nameOf))].sort().flatMap((name) => {
    const mine = sent.filter((item) => nameOf(item) === name);
    return mine[0] ? [row(mine[0].concept, mine[0].supplements, mine)] : [];
  });
  return [...rows, ...(rows.length > 1 ? [row(null, [], sent)] : [])];
}
