import { z } from "zod";
import type { Localized } from "../types.ts";

/** What a catalogue is: the authority's guidance, an example of what one customer demands, an auditor's template, or the organisation's own. */
export const STANDINGS = ["guidance", "customer-example", "auditor-template", "own"] as const;
export type Standing = (typeof STANDINGS)[number];

export type Weight = 1 | 2 | 3;
/**
 * One requirement. `id` as printed in its source; `maps` names items of other catalogues by their ref (item-refs.ts); `limits` the numbers
 * T1–T39 of the limits it sets; `evidence` what would show that it is met.
 */
export type CatalogueItem = {
  id: string; group: string; source: string; weight: Weight; critical: boolean; text: Localized; evidence: Localized; maps: string[]; limits: string[];
};
export type CatalogueGroup = { id: string; title: Localized };
/** `published`: year and month of its source, "" where that is not known. */
export type Catalogue = { id: string; version: number; standing: Standing; published: string; title: Localized; about: Localized; groups: CatalogueGroup[]; items: CatalogueItem[] };

/** Most that a catalogue may hold. */
export const catalogueLimits = { items: 500, groups: 60, maps: 40, limits: 10, text: 1_000, title: 200, id: 40, source: 200 } as const;
export const CATALOGUE_KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const ITEM_ID = /^[\p{L}\p{N}](?:[\p{L}\p{N}._ /-]*[\p{L}\p{N}.])?$/u;

const plain = (longest: number) => z.string().trim().max(longest).regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u);
const localized = (longest: number) => z.strictObject({ da: plain(longest).min(1), en: plain(longest) });
const key = z.string().max(catalogueLimits.id).regex(CATALOGUE_KEY);
const groupId = z.string().max(catalogueLimits.id).regex(/^[\p{L}\p{N}-]+$/u);

const item = z.strictObject({
  id: z.string().max(catalogueLimits.id).regex(ITEM_ID),
  group: groupId,
  source: plain(catalogueLimits.source).min(1),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  critical: z.boolean(),
  text: localized(catalogueLimits.text),
  evidence: z.strictObject({ da: plain(catalogueLimits.text), en: plain(catalogueLimits.text) }),
  maps: z.array(z.string().min(1).max(100)).max(catalogueLimits.maps),
  limits: z.array(z.string().regex(/^T([1-9]|[12]\d|3\d)$/)).max(catalogueLimits.limits),
});

/** The one shape of all catalogues, those of questionnaires/catalogues and those of an organisation's own. */
export const catalogueSchema = z.strictObject({
  id: key,
  version: z.int().min(1).max(100_000),
  standing: z.enum(STANDINGS),
  published: z.string().regex(/^(\d{4}(-\d{2})?)?$/),
  title: localized(catalogueLimits.title),
  about: z.strictObject({ da: plain(catalogueLimits.text), en: plain(catalogueLimits.text) }),
  groups: z.array(z.strictObject({ id: groupId, title: localized(catalogueLimits.title) })).min(1).max(catalogueLimits.groups),
  items: z.array(item).min(1).max(catalogueLimits.items),
}).superRefine(({ groups, items }, context) => {
  const known = new Set(groups.map(({ id }) => id));
  if (known.size < groups.length) context.addIssue({ code: "custom", path: ["groups"], message: "duplicate" });
  const seen = new Set<string>();
  items.forEach(({ id, group }, place) => {
    if (seen.has(id.toLowerCase())) context.addIssue({ code: "custom", path: ["items", place, "id"], message: "duplicate" });
    if (!known.has(group)) context.addIssue({ code: "custom", path: ["items", place, "group"], message: "unknown-group" });
    seen.add(id.toLowerCase());
  });
});

/** Parses a catalogue; throws with the path of each mistake. */
export function parseCatalogue(json: unknown): Catalogue {
  return catalogueSchema.parse(json);
}

/** A text in one language; Danish where there is no English one. */
export function inLanguage(text: Localized, language: keyof Localized): string {
  return text[language] || text.da;
}
