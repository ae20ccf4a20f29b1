import type { Catalogue, CatalogueItem } from "./catalogue-schema.ts";

/** Which items of a catalogue a page shows. */
export type ItemFilter = { query: string; show: (typeof ITEM_SHOWS)[number] };
export const ITEM_SHOWS = ["all", "critical", "limit"] as const;

/** The filter in a URL (`q`, `show`); what it does not know counts as not given. */
export function readItemFilter({ searchParams }: URL): ItemFilter {
  return { query: (searchParams.get("q") ?? "").trim().slice(0, 100), show: ITEM_SHOWS.find((one) => one === searchParams.get("show")) ?? "all" };
}

/** The items that hold every word searched for, in either language, in the order of the catalogue. */
export function searchItems({ items, groups }: Pick<Catalogue, "items" | "groups">, { query, show }: ItemFilter): CatalogueItem[] {
  const words = query.toLocaleLowerCase("da").split(/\s+/).filter((word) => word !== "");
  const titles = new Map(groups.map(({ id, title }) => [id, `${title.da} ${title.en}`]));
  return items.filter((item) => {
    if (show === "critical" && !item.critical) return false;
    if (show === "limit" && item.limits.length === 0) return false;
    const { id, text, evidence, group, limits } = item;
    const said = [id, text.da, text.en, evidence.da, evidence.en, titles.get(group) ?? "", ...limits].join(" ").toLocaleLowerCase("da");
    return words.every((word) => said.includes(word));
  });
}
