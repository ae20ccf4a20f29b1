import type { Catalogue, CatalogueItem } from "./catalogue-schema.ts";

/** A property in which two versions of an item differ. */
export type ItemField = "text" | "evidence" | "group" | "source" | "weight" | "critical" | "maps" | "limits";
export type CatalogueDiff = {
  head: ("title" | "about")[];
  added: CatalogueItem[];
  removed: CatalogueItem[];
  changed: { before: CatalogueItem; after: CatalogueItem; fields: ItemField[] }[];
};

const FIELDS: readonly ItemField[] = ["text", "evidence", "group", "source", "weight", "critical", "maps", "limits"];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const words = ({ da, en }: { da: string; en: string }) => [da, en];

/** What one version of a catalogue has that another has not. A group is known by its title: numbers of groups move when one comes between. */
export function diffCatalogues(before: Catalogue, after: Catalogue): CatalogueDiff {
  const told = ({ groups }: Catalogue) => new Map(groups.map(({ id, title }) => [id, words(title)]));
  const [oldGroups, newGroups] = [told(before), told(after)];
  const old = new Map(before.items.map((item) => [item.id, item]));
  const kept = new Set(after.items.map(({ id }) => id));
  const of = (item: CatalogueItem, field: ItemField, groups: Map<string, string[]>) =>
    field === "group" ? groups.get(item.group) : field === "text" || field === "evidence" ? words(item[field]) : item[field];
  return {
    head: (["title", "about"] as const).filter((field) => !same(words(before[field]), words(after[field]))),
    added: after.items.filter(({ id }) => !old.has(id)),
    removed: before.items.filter(({ id }) => !kept.has(id)),
    changed: after.items.flatMap((item) => {
      const was = old.get(item.id);
      const fields = was ? FIELDS.filter((field) => !same(of(was, field, oldGroups), of(item, field, newGroups))) : [];
      return was && fields.length > 0 ? [{ before: was, after: item, fields }] : [];
    }),
  };
}

/** Whether two versions say the same. */
export function changesNothing({ head, added, removed, changed }: CatalogueDiff): boolean {
  return head.length + added.length + removed.length + changed.length === 0;
}
