import { cellName } from "#app/spreadsheet/cell.ts";
import type { CellValue, SheetRows } from "#app/spreadsheet/cell.ts";
import type { Catalogue, CatalogueItem } from "./catalogue-schema.ts";

/** A text of ours by its key. */
export type Say = (key: string) => string;

/** Columns of the sheet of requirements, in the order they are written. */
export const ITEM_COLUMNS = ["id", "group", "groupEn", "text", "textEn", "weight", "critical", "evidence", "evidenceEn", "maps", "limits", "source"] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];
/** Rows of the first sheet: each with a Danish and, but for the key, an English cell. */
export const HEAD_ROWS = ["key", "title", "about"] as const;

/** What a workbook says, in the shape of a catalogue but unchecked; `placeOf` names the cell that a path of it came from. */
export type RawCatalogue = { raw: Record<string, unknown>; placeOf: (path: readonly PropertyKey[]) => string };
export type RowsRefusal = "no-sheets" | "no-id-column" | "no-text-column" | "same-column-twice";

const text = (cell: CellValue | undefined) => (cell === null || cell === undefined ? "" : String(cell).trim());
const folded = (words: string) => words.toLocaleLowerCase("da").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const listed = (cell: CellValue | undefined) => text(cell).split(/[;,\n]/).map((one) => one.trim()).filter((one) => one !== "");

/** Reads the two sheets of a catalogue. Headings are known in every language given; `yes` and `no` too. */
export function catalogueFromRows(sheets: readonly SheetRows[], languages: readonly Say[]): { ok: true; found: RawCatalogue } | { ok: false; reason: RowsRefusal } {
  const [head, list] = sheets;
  if (!head || !list) return { ok: false, reason: "no-sheets" };
  const said = (key: string) => languages.map((t) => folded(t(`catalogue:${key}`)));
  const headings = list.rows[0] ?? [];
  const at = new Map<ItemColumn, number>();
  for (const [place, heading] of headings.entries()) {
    const column = ITEM_COLUMNS.find((one) => said(`column.${one}`).includes(folded(text(heading))));
    if (column && at.has(column)) return { ok: false, reason: "same-column-twice" };
    if (column) at.set(column, place);
  }
  if (!at.has("id")) return { ok: false, reason: "no-id-column" };
  if (!at.has("text")) return { ok: false, reason: "no-text-column" };
  const rows = list.rows.map((row, number) => ({ row, number })).slice(1).filter(({ row }) => row.some((cell) => text(cell) !== ""));
  const cell = (row: readonly CellValue[], column: ItemColumn) => (at.has(column) ? row[at.get(column) ?? 0] : undefined);
  const headAt = (row: (typeof HEAD_ROWS)[number]) => head.rows.findIndex((cells) => said(`head.${row}`).includes(folded(text(cells[0]))));
  const headCell = (row: (typeof HEAD_ROWS)[number], column: number) => text(head.rows[headAt(row)]?.[column]);
  const groups: { id: string; title: { da: string; en: string } }[] = [];
  const groupOf = (row: readonly CellValue[]): string => {
    const title = { da: text(cell(row, "group")) || headCell("title", 1), en: text(cell(row, "groupEn")) };
    const known = groups.find((one) => one.title.da === title.da);
    if (known) known.title.en ||= title.en;
    else groups.push({ id: `g${groups.length + 1}`, title });
    return known?.id ?? `g${groups.length}`;
  };
  const yes = (given: CellValue | undefined) => (given === true || ["true", "x", "1", ...said("yes")].includes(folded(text(given))) ? true : given === false || ["", "false", "0", ...said("no")].includes(folded(text(given))) ? false : text(given));
  const weight = (given: CellValue | undefined) => (text(given) === "" ? 1 : /^[1-3]$/.test(text(given)) ? Number(text(given)) : text(given));
  const items = rows.map(({ row }) => ({
    id: text(cell(row, "id")), group: groupOf(row), source: text(cell(row, "source")) || headCell("title", 1), weight: weight(cell(row, "weight")), critical: yes(cell(row, "critical")),
    text: { da: text(cell(row, "text")), en: text(cell(row, "textEn")) }, evidence: { da: text(cell(row, "evidence")), en: text(cell(row, "evidenceEn")) },
    maps: listed(cell(row, "maps")), limits: listed(cell(row, "limits")),
  }));
  const raw = {
    id: headCell("key", 1), version: 1, standing: "own", published: "", title: { da: headCell("title", 1), en: headCell("title", 2) }, about: { da: headCell("about", 1), en: headCell("about", 2) }, groups, items,
  };
  const columnOf: Record<string, [ItemColumn, ItemColumn?]> = { text: ["text", "textEn"], evidence: ["evidence", "evidenceEn"] };
  const placeOf = ([first, place, field, language]: readonly PropertyKey[]): string => {
    if (first !== "items" || typeof place !== "number") {
      const row = first === "id" ? "key" : HEAD_ROWS.find((one) => one === first);
      return row ? `${head.name} ${cellName(Math.max(0, headAt(row)), place === "en" ? 2 : 1)}` : list.name;
    }
    const [danish, english] = columnOf[String(field)] ?? [ITEM_COLUMNS.find((one) => one === field) ?? "id"];
    return `${list.name} ${cellName(rows[place]?.number ?? 0, at.get(language === "en" && english ? english : danish) ?? 0)}`;
  };
  return { ok: true, found: { raw, placeOf } };
}

/** A catalogue as rows of the sheet of requirements, with its headings, in the language of `t`. */
export function itemRows(t: Say, { items, groups }: Pick<Catalogue, "items" | "groups">): (string | number)[][] {
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const row = (item: CatalogueItem): (string | number)[] => {
    const { id, text: said, evidence, weight, critical, maps, limits, source, group } = item;
    const title = titles.get(group);
    return [id, title?.da ?? "", title?.en ?? "", said.da, said.en, weight, t(critical ? "catalogue:yes" : "catalogue:no"), evidence.da, evidence.en, maps.join("; "), limits.join("; "), source];
  };
  return [ITEM_COLUMNS.map((one) => t(`catalogue:column.${one}`)), ...items.map(row)];
}
