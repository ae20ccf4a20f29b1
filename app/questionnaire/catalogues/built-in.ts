import absalon from "#questionnaires/catalogues/absalon-2019.v1.json" with { type: "json" };
import concepts from "#questionnaires/catalogues/concepts-2021.v1.json" with { type: "json" };
import guide from "#questionnaires/catalogues/guide-2021.v1.json" with { type: "json" };
import isae from "#questionnaires/catalogues/isae-3000.v1.json" with { type: "json" };
import municipal from "#questionnaires/catalogues/municipal-agreement.v1.json" with { type: "json" };
import instruction from "#questionnaires/catalogues/security-instruction.v1.json" with { type: "json" };
import { parseCatalogue } from "./catalogue-schema.ts";
import type { Catalogue, CatalogueItem } from "./catalogue-schema.ts";
import { refOf } from "./item-refs.ts";

/** An item with the catalogue it stands in. */
export type FoundItem = CatalogueItem & { ref: string; catalogue: Catalogue };

type Known = { catalogues: Catalogue[]; byRef: Map<string, FoundItem>; byId: Map<string, FoundItem[]>; across: Map<string, Set<string>> };
let known: Known | undefined;

/** Read once, on first use; a file that breaks the schema stops whoever asks. */
function all(): Known {
  known ??= gather([guide, concepts, absalon, instruction, municipal, isae].map(parseCatalogue));
  return known;
}

function gather(catalogues: Catalogue[]): Known {
  const found: Known = { catalogues, byRef: new Map(), byId: new Map(), across: new Map() };
  const items = catalogues.flatMap((catalogue) => catalogue.items.map((item): FoundItem => ({ ...item, ref: refOf(catalogue, item), catalogue })));
  for (const item of items) {
    found.byRef.set(item.ref, item);
    found.byId.set(item.id, [...(found.byId.get(item.id) ?? []), item]);
    found.across.set(item.ref, new Set());
  }
  for (const { ref, maps } of items) {
    for (const to of maps) {
      found.across.get(ref)?.add(to);
      found.across.get(to)?.add(ref);
    }
  }
  return found;
}

/** The catalogues that come with the portal, the authority's first. */
export function listCatalogues(): readonly Catalogue[] {
  return all().catalogues;
}

/** One of them by its id ("guide-2021"); null when there is none. */
export function findCatalogue(id: string): Catalogue | null {
  return all().catalogues.find((one) => one.id === id) ?? null;
}

/** An item by its ref ("G6", "001 C.2 d.8"), or by its printed id where only one catalogue has it ("C.2 d.8", "9.1.1"); null when there is none, or more than one. */
export function findItem(name: string): FoundItem | null {
  const same = all().byId.get(name) ?? [];
  return all().byRef.get(name) ?? (same.length === 1 ? same[0] ?? null : null);
}

/**
 * What answers to an item in the other catalogues, whichever of the two names the other; in the order of the catalogues. An item of an
 * organisation's own is not known here: it comes with what it names itself.
 */
export function crosswalk(name: string, own: readonly string[] = []): FoundItem[] {
  const item = findItem(name);
  const across = (item ? all().across.get(item.ref) : undefined) ?? new Set(own);
  return across.size === 0 ? [] : [...all().byRef.values()].filter(({ ref }) => across.has(ref));
}
