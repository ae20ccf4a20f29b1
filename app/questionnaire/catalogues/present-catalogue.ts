import type { Language } from "#app/text/language.ts";
import { crosswalk } from "./built-in.ts";
import { inLanguage } from "./catalogue-schema.ts";
import type { Catalogue, CatalogueItem, Standing } from "./catalogue-schema.ts";
import { anchorOf, refOf, sourceOf } from "./item-refs.ts";

/** One line of the list of catalogues. `id` is what its address names: the catalogue's own, or the row of a version of an organisation's own. */
export type ListedCatalogue = { id: string; title: string; about: string; standing: Standing; items: number; critical: number; limits: number; version: number };

/** A catalogue as a list shows it. */
export function presentListed(catalogue: Catalogue, language: Language, id = catalogue.id): ListedCatalogue {
  const { items, standing, version } = catalogue;
  return {
    id, title: inLanguage(catalogue.title, language), about: inLanguage(catalogue.about, language), standing, version,
    items: items.length, critical: items.filter(({ critical }) => critical).length, limits: items.filter(({ limits }) => limits.length > 0).length,
  };
}

/** Items of another catalogue that answer to one. */
export type Across = { catalogue: string; title: string; items: { id: string; anchor: string; text: string }[] };
export type ItemView = {
  id: string; ref: string; anchor: string; text: string; evidence: string; source: string; line: string; weight: number; critical: boolean; limits: string[]; across: Across[];
};
export type GroupView = { id: string; title: string; items: ItemView[] };

/** The given items of a catalogue in its groups; groups without any are left out. */
export function presentGroups(catalogue: Catalogue, items: readonly CatalogueItem[], language: Language): GroupView[] {
  return catalogue.groups.flatMap(({ id, title }) => {
    const own = items.filter(({ group }) => group === id).map((item) => presentItem(catalogue, item, language));
    return own.length === 0 ? [] : [{ id, title: inLanguage(title, language), items: own }];
  });
}

/** One item with its words, and what answers to it elsewhere. */
export function presentItem(catalogue: Catalogue, item: CatalogueItem, language: Language): ItemView {
  const { id, text, evidence, weight, critical, limits } = item;
  const ref = refOf(catalogue, item);
  return {
    id, ref, anchor: anchorOf(item), text: inLanguage(text, language), evidence: inLanguage(evidence, language), ...sourceOf(catalogue, item), weight, critical, limits,
    across: presentAcross(ref, item.maps, language),
  };
}

function presentAcross(ref: string, maps: readonly string[], language: Language): Across[] {
  const byCatalogue = new Map<string, Across>();
  for (const { catalogue, ...item } of crosswalk(ref, maps)) {
    const of = byCatalogue.get(catalogue.id) ?? { catalogue: catalogue.id, title: inLanguage(catalogue.title, language), items: [] };
    of.items.push({ id: item.id, anchor: anchorOf(item), text: inLanguage(item.text, language) });
    byCatalogue.set(catalogue.id, of);
  }
  return [...byCatalogue.values()];
}
