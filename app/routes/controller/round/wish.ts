import { ITEM_SORTS, ITEM_STANDS } from "#app/supervision/round/round-items.ts";
import type { ItemWish } from "#app/supervision/round/round-items.ts";
import { readSort } from "#app/ui/sort.ts";

/** What of a round's list is asked for in a URL (`show`, `q`, `sort`). */
export function readWish(url: URL): ItemWish {
  const show = url.searchParams.get("show");
  return {
    show: [...ITEM_STANDS, "sent" as const].find((one) => one === show) ?? "all", q: (url.searchParams.get("q") ?? "").trim().slice(0, 100),
    sort: readSort(url, ITEM_SORTS, { key: "title", direction: "ascending" }),
  };
}
