import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import type { Catalogue } from "../catalogue-schema.ts";
import { diffCatalogues } from "../diff-catalogues.ts";
import { presentGroups, presentListed } from "../present-catalogue.ts";
import { presentDiff } from "../present-diff.ts";
import { ownCatalogues } from "./own-catalogues.server.ts";

/** What an import would bring: the catalogue as it would stand, and how it differs from the version before. `base` is that version, 0 where there is none. */
export async function previewCatalogue(tx: Tx, scope: Scope, catalogue: Catalogue, language: Language) {
  const [before] = await ownCatalogues(tx, scope).versions(catalogue.id);
  return {
    key: catalogue.id, base: before?.version ?? 0, head: presentListed(catalogue, language),
    groups: presentGroups(catalogue, catalogue.items, language).map(({ id, title, items }) => ({ id, title, items: items.map(({ id: item, text, weight, critical }) => ({ id: item, text, weight, critical })) })),
    diff: before ? presentDiff(before.content, catalogue, diffCatalogues(before.content, catalogue), language) : null,
  };
}

export type CataloguePreview = Awaited<ReturnType<typeof previewCatalogue>>;
