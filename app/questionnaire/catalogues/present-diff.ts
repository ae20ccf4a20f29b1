import type { Language } from "#app/text/language.ts";
import { inLanguage } from "./catalogue-schema.ts";
import type { Catalogue, CatalogueItem } from "./catalogue-schema.ts";
import type { CatalogueDiff, ItemField } from "./diff-catalogues.ts";

export type LineOfDiff = { id: string; text: string };
export type ChangeOfItem = LineOfDiff & { fields: { field: ItemField; before: string | boolean; after: string | boolean }[] };
/** The difference of two versions in one language. A text that differs in the other language only is shown in that one. */
export type DiffView = { head: { field: "title" | "about"; before: string; after: string }[]; added: LineOfDiff[]; removed: LineOfDiff[]; changed: ChangeOfItem[] };

/** Words for what `diff` found between the two versions. */
export function presentDiff(before: Catalogue, after: Catalogue, diff: CatalogueDiff, language: Language): DiffView {
  const line = ({ id, text }: CatalogueItem): LineOfDiff => ({ id, text: inLanguage(text, language) });
  const pair = (was: { da: string; en: string }, is: { da: string; en: string }) => {
    const other = language === "da" ? "en" : "da";
    const said = inLanguage(was, language) === inLanguage(is, language) ? other : language;
    return { before: was[said], after: is[said] };
  };
  const group = (catalogue: Catalogue, { group: id }: CatalogueItem) => catalogue.groups.find((one) => one.id === id)?.title ?? { da: "", en: "" };
  const values = (field: ItemField, was: CatalogueItem, is: CatalogueItem): { before: string | boolean; after: string | boolean } => {
    if (field === "text" || field === "evidence") return pair(was[field], is[field]);
    if (field === "group") return pair(group(before, was), group(after, is));
    if (field === "critical") return { before: was.critical, after: is.critical };
    const plain = (item: CatalogueItem) => (field === "maps" || field === "limits" ? item[field].join("; ") : String(item[field as "source" | "weight"]));
    return { before: plain(was), after: plain(is) };
  };
  return {
    head: diff.head.map((field) => ({ field, ...pair(before[field], after[field]) })),
    added: diff.added.map(line), removed: diff.removed.map(line),
    changed: diff.changed.map(({ before: was, after: is, fields }) => ({ ...line(is), fields: fields.map((field) => ({ field, ...values(field, was, is) })) })),
  };
}
