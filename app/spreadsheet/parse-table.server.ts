import Papa from "papaparse";
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError, SheetNotFoundError } from "read-excel-file/node";
import { storableText } from "./cell.ts";
import type { CellValue, SheetRows } from "./cell.ts";
import { isOfficeArchive } from "./office-archive.server.ts";
import { watchExtent } from "./sheet-extent.ts";
import type { ExtentRefusal } from "./sheet-extent.ts";

/** `cut`: a sheet with more rows is cut and marked so, instead of the whole workbook refused: whoever wants another of its sheets can have that. */
export type TableLimits = { bytes: number; rows: number; columns: number; characters: number; cut?: boolean };
export type TableRefusal = "empty" | "too-large" | "too-many-rows" | "too-many-columns" | "cell-too-long" | "not-a-table";
/** `fault`: the stack of what the reader threw that is not one of its own refusals. */
export type ReadTable = { ok: true; sheets: SheetRows[] } | { ok: false; reason: TableRefusal; fault?: string };

/** Characters of all cells together. Many cells of a workbook may share one text, so that a small file holds more than its size. */
const MOST_TEXT = 24 * 1024 * 1024;

/** Reads a table in the process at hand, with all its dangers to time and memory: `readTable` does it in a process of its own. */
export async function parseTable(bytes: Buffer, limits: TableLimits): Promise<ReadTable> {
  const read = bytes.subarray(0, 2).toString("latin1") === "PK" ? await workbookSheets(bytes, limits) : csvSheet(bytes, limits);
  if (!read.ok) return read;
  let text = 0;
  for (const { rows } of read.sheets) {
    if (rows.length > limits.rows) return refuse("too-many-rows");
    for (const row of rows) {
      if (row.length > limits.columns) return refuse("too-many-columns");
      for (const cell of row) {
        if (typeof cell !== "string") continue;
        if (cell.length > limits.characters) return refuse("cell-too-long");
        if ((text += cell.length) > MOST_TEXT) return refuse("too-large");
      }
    }
  }
  return read.sheets.every(({ rows }) => rows.length === 0) ? refuse("empty") : read;
}

const refuse = (reason: TableRefusal): ReadTable => ({ ok: false, reason });

async function workbookSheets(bytes: Buffer, limits: TableLimits): Promise<ReadTable> {
  const extent = watchExtent(limits.cut ? { ...limits, rows: Infinity } : limits);
  let refused: ExtentRefusal | null = null;
  const watch = () => {
    const look = extent();
    return (piece: Buffer) => (refused = look(piece)) === null;
  };
  const isWorkbook = await isOfficeArchive(bytes, "xlsx", watch).catch(() => false); // the archive's reader throws on a broken archive
  if (!isWorkbook) return refuse(refused ?? "not-a-table");
  try {
    const read = await readWorkbook(bytes);
    const whole = read.map(({ sheet, data }): SheetRows => ({ name: storableText(sheet), rows: trimmed(data.map((row) => row.map(cellOf))) }));
    return { ok: true, sheets: limits.cut ? whole.map((sheet) => (sheet.rows.length > limits.rows ? { ...sheet, rows: sheet.rows.slice(0, limits.rows), cut: true } : sheet)) : whole };
  } catch (error) {
    const known = [InvalidInputError, InvalidSpreadsheetError, SheetNotFoundError].some((kind) => error instanceof kind);
    return known ? refuse("not-a-table") : { ok: false, reason: "not-a-table", fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function cellOf(value: unknown): CellValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? filled(value) : null;
}

const filled = (value: string): string | null => {
  const text = storableText(value);
  return text.trim() === "" ? null : text;
};

function csvSheet(bytes: Buffer, limits: TableLimits): ReadTable {
  const text = withoutBlankEnd(decoded(bytes));
  if (text.includes("\u0000")) return refuse("not-a-table");
  // One row more than may be, to know that there are too many.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview: limits.rows + 1 });
  if (errors.some(({ type }) => type === "Quotes")) return refuse("not-a-table");
  if (data.length > limits.rows) return refuse("too-many-rows");
  return { ok: true, sheets: [{ name: "", rows: trimmed(data.map((row) => row.map((cell) => filled(unguarded(cell))))) }] };
}

/** Without what follows the last line that says anything. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\r\n;,".includes(text[end - 1]!)) end -= 1;
  const line = text.slice(end).search(/[\r\n]/);
  return line < 0 ? text : text.slice(0, end + line);
}

/** What stands most often in the first line, outside quotes; semicolon, as Danish spreadsheets write, where none does. */
function delimiterOf(text: string): string {
  const first = /^.*\S.*$/m.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  const count = (delimiter: string) => first.split(delimiter).length;
  return [",", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best), ";");
}

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula: read back, it goes. */
const unguarded = (cell: string) => (/^'\s*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function decoded(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // what a Danish spreadsheet writes when told nothing else
  }
}

/** Without empty cells at the end of rows, and without empty rows at the end. */
function trimmed(rows: CellValue[][]): CellValue[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}
