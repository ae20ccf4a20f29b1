import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import type { DropDown, SheetToWrite } from "#app/spreadsheet/write-workbook.server.ts";
import { HEAD_ROWS, ITEM_COLUMNS, itemRows } from "../catalogue-rows.ts";
import type { Say } from "../catalogue-rows.ts";
import type { Catalogue } from "../catalogue-schema.ts";

const widths = [12, 24, 24, 60, 60, 8, 8, 50, 50, 20, 12, 24];
/** Rows of the template that offer choices. */
const OFFERED = 300;

/** A catalogue as a workbook that can be imported again; null writes the template, with one line to show how. */
export function writeCatalogue(t: Say, catalogue: Catalogue | null): Promise<Buffer> {
  const example: Pick<Catalogue, "items" | "groups"> = {
    groups: [{ id: "g1", title: { da: t("catalogue:example.group"), en: "" } }],
    items: [{ id: "1", group: "g1", source: t("catalogue:example.source"), weight: 2, critical: false, text: { da: t("catalogue:example.text"), en: "" }, evidence: { da: t("catalogue:example.evidence"), en: "" }, maps: ["G6"], limits: ["T7"] }],
  };
  const head = { key: [catalogue?.id ?? "", ""], title: [catalogue?.title.da ?? "", catalogue?.title.en ?? ""], about: [catalogue?.about.da ?? "", catalogue?.about.en ?? ""] };
  const [headings = [], ...rows] = itemRows(t, catalogue ?? example);
  const bold = (value: string | number) => ({ value, bold: true, locked: true });
  const about: SheetToWrite = {
    name: t("catalogue:sheet.head"), widths: [28, 60, 60, 60],
    rows: [
      [bold(t("catalogue:head.field")), bold(t("catalogue:head.da")), bold(t("catalogue:head.en")), bold(t("catalogue:head.help"))],
      ...HEAD_ROWS.map((row) => [bold(t(`catalogue:head.${row}`)), ...head[row], { value: t(`catalogue:head.${row}Help`), wrap: true }]),
    ],
  };
  const choices = (column: (typeof ITEM_COLUMNS)[number], offered: string[]): DropDown[] =>
    Array.from({ length: catalogue ? rows.length : OFFERED }, (_, at) => ({ row: at + 1, column: ITEM_COLUMNS.indexOf(column), choices: offered }));
  const list: SheetToWrite = {
    name: t("catalogue:sheet.items"), widths, frozenRows: 1, rows: [headings.map(bold), ...rows.map((row) => row.map((value) => (typeof value === "string" ? { value, wrap: true } : value)))],
    dropDowns: [...choices("weight", ["1", "2", "3"]), ...choices("critical", [t("catalogue:yes"), t("catalogue:no")])],
  };
  const help: SheetToWrite = {
    name: t("catalogue:sheet.help"), widths: [28, 100],
    rows: [[bold(t("catalogue:head.field")), bold(t("catalogue:head.help"))], ...ITEM_COLUMNS.map((column) => [bold(t(`catalogue:column.${column}`)), { value: t(`catalogue:help.${column}`), wrap: true }])],
  };
  return writeWorkbook([about, list, help]);
}
