import type { Subprocessor } from "./agreement-fields.ts";

/** A link of the chain with how deep it lies: 0 is the processor's own sub-processor. `below` is how many lie under it. */
export type Link = Subprocessor & { depth: number; below: number };

/** The chain from the top down, each link before those under it, to any depth. A link whose upper one is not there stands at the top. */
export function orderChain(rows: readonly Subprocessor[]): Link[] {
  const there = new Set(rows.map(({ id }) => id));
  const above = ({ parentId }: Subprocessor) => (parentId !== null && there.has(parentId) ? parentId : null);
  const walk = (parent: string | null, depth: number): Link[] => rows.filter((row) => above(row) === parent).flatMap((row) => {
    const below = walk(row.id, depth + 1);
    return [{ ...row, depth, below: below.length }, ...below];
  });
  return walk(null, 0);
}

/** The ids of a link and of all under it. */
export function branchOf(rows: readonly Pick<Subprocessor, "id" | "parentId">[], id: string): string[] {
  const found = [id];
  for (const one of found) found.push(...rows.filter(({ id: own, parentId }) => parentId === one && !found.includes(own)).map((row) => row.id));
  return found;
}

/** The links that name what was searched for, with those above them, so that the place in the chain is seen. */
export function searchChain(links: readonly Link[], search: string): Link[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return [...links];
  const byId = new Map(links.map((link) => [link.id, link]));
  const shown = new Set<string>();
  for (const link of links) {
    const said = [link.name, link.cvr, link.processing, link.address, link.contactName, link.contactEmail, link.country].join("\n").toLowerCase();
    for (let one: Link | undefined = said.includes(wanted) ? link : undefined; one; one = one.parentId === null ? undefined : byId.get(one.parentId)) shown.add(one.id);
  }
  return links.filter(({ id }) => shown.has(id));
}
