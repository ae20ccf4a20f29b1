import writeXlsx from "write-excel-file/node";
import type { Cell, Feature, Sheet } from "write-excel-file/node";
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeTextContent } from "write-excel-file/utility";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { cellName } from "./cell.ts";

/** A cell to be written; `day` cells hold an ISO day, `locked` cells are grey and not meant to be filled in. */
export type CellToWrite = string | number | boolean | null | { value: string | number | null; bold?: boolean; locked?: boolean; day?: boolean; wrap?: boolean };
/**
 * A drop-down of choices for one cell (row and column counted from 0). Choices must fit in 255 characters together, without commas; longer ones
 * are left free, unless `range` names cells of the workbook that hold them (`'Choices'!$A$1:$A$4`).
 */
export type DropDown = { row: number; column: number; choices: readonly string[]; range?: string };
export type SheetToWrite = { name: string; rows: readonly (readonly CellToWrite[])[]; widths?: readonly number[]; frozenRows?: number; dropDowns?: readonly DropDown[] };

/** Makes an XLSX workbook in the process at hand: `writeWorkbook` sees to it that a large one holds nobody up. */
export async function composeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const written = sheets.map(({ name, rows, widths = [], frozenRows, dropDowns: _dropDowns }): Sheet<Buffer> => ({
    sheet: sheetName(name), data: rows.map((row) => row.map(cellToWrite)), columns: widths.map((width) => ({ width })), ...(frozenRows ? { stickyRowsCount: frozenRows } : {}),
  }));
  const buffer = await writeXlsx(written as never, { features: [dropDowns(sheets)] as never }).toBuffer();
  return Buffer.from(buffer);
}

/** Excel's own rule: 31 characters, none of \ / ? * [ ] :. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

function cellToWrite(given: CellToWrite): Cell {
  if (given === null || given === "") return null;
  if (typeof given !== "object") return typeof given === "string" ? { value: given, type: String } : { value: given } as Cell;
  const { value, bold = false, locked = false, day = false, wrap = false } = given;
  const style = {
    ...(bold ? { fontWeight: "bold" as const } : {}), ...(locked ? { backgroundColor: "#eceff1" } : {}), ...(wrap ? { wrap: true, alignVertical: "top" as const } : {}),
  };
  if (value === null || value === "") return Object.keys(style).length > 0 ? ({ value: undefined, ...style } as unknown as Cell) : null;
  if (day && typeof value === "string" && isIsoDate(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", ...style };
  return typeof value === "string" ? { value, type: String, ...style } : { value, type: Number, ...style };
}

/** Excel's limit on the text of a list. */
const LONGEST_LIST = 255;

function dropDowns(sheets: readonly SheetToWrite[]): Feature<Buffer> {
  const file = "xl/worksheets/sheet{id}.xml";
  return {
    files: { transform: { [file]: { transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
      const lists = (sheets[sheetIndex]?.dropDowns ?? []).filter(({ choices, range }) => range !== undefined || choices.join(",").length <= LONGEST_LIST && !choices.some((one) => one.includes(",")));
      if (lists.length === 0) return xml;
      const items = lists.map(({ row, column, choices, range }) =>
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cellName(row, column)}"><formula1>${range === undefined ? `"${sanitizeTextContent(choices.join(",").replaceAll('"', '""'))}"` : sanitizeTextContent(range)}</formula1></dataValidation>`);
      const markup = `<dataValidations count="${lists.length}">${items.join("")}</dataValidations>`;
      return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(file, "worksheet") ?? [], "worksheet");
    } } } },
  } as unknown as Feature<Buffer>;
}
