export type Sort<Key extends string = string> = { key: Key; direction: "ascending" | "descending" };

/** The order asked for in a URL, `?sort=name` or `?sort=-name`; only keys of the list count, else the fallback. */
export function readSort<Key extends string>(url: URL, keys: readonly Key[], fallback: Sort<Key>): Sort<Key> {
  const asked = url.searchParams.get("sort") ?? "";
  const key = keys.find((one) => one === asked.replace(/^-/, ""));
  return key ? { key, direction: asked.startsWith("-") ? "descending" : "ascending" } : fallback;
}

/** The query that sorts by a column: ascending first, the other way on the second click; back to page one. */
export function sortQuery(search: string, key: string, current: Sort): string {
  const parameters = new URLSearchParams(search);
  const turned = current.key === key && current.direction === "ascending";
  parameters.set("sort", turned ? `-${key}` : key);
  parameters.delete("page");
  return `?${parameters}`;
}

/** The query of another page of the same list. */
export function pageQuery(search: string, page: number): string {
  const parameters = new URLSearchParams(search);
  if (page > 1) parameters.set("page", String(page));
  else parameters.delete("page");
  return `?${parameters}`;
}

/** The page asked for in a URL, from 1. */
export function readPage(url: URL): number {
  const page = Number(url.searchParams.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
