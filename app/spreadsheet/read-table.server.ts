import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import type { CellValue, SheetRows } from "./cell.ts";
import { isOfficeArchive } from "./office-archive.server.ts";

export type TableLimits = { bytes: number; rows: number; columns: number; characters: number };
export const tableLimits: TableLimits = { bytes: 12 * 1024 * 1024, rows: 20_000, columns: 200, characters: 32_767 };
export type TableRefusal = "empty" | "too-large" | "too-many-rows" | "too-many-columns" | "cell-too-long" | "not-a-table";
export type ReadTable = { ok: true; sheets: SheetRows[] } | { ok: false; reason: TableRefusal };

/**
 * Reads an XLSX workbook or a CSV file, told apart by its bytes. CSV: UTF-8, UTF-16 with its mark, else Windows-1252; semicolon, comma or
 * tab. A cell's formula is never looked at, only the value the spreadsheet last worked out. Dates become ISO days.
 */
export async function readTable(bytes: Buffer, limits: TableLimits = tableLimits): Promise<ReadTable> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > limits.bytes) return { ok: false, reason: "too-large" };
  const sheets = bytes.subarray(0, 2).toString("latin1") === "PK" ? await workbookSheets(bytes) : csvSheet(bytes);
  if (sheets === null) return { ok: false, reason: "not-a-table" };
  for (const { rows } of sheets) {
    if (rows.length > limits.rows) return { ok: false, reason: "too-many-rows" };
    if (rows.some((row) => row.length > limits.columns)) return { ok: false, reason: "too-many-columns" };
    if (rows.some((row) => row.some((cell) => typeof cell === "string" && cell.length > limits.characters))) return { ok: false, reason: "cell-too-long" };
  }
  return sheets.every(({ rows }) => rows.length === 0) ? { ok: false, reason: "empty" } : { ok: true, sheets };
}

async function workbookSheets(bytes: Buffer): Promise<SheetRows[] | null> {
  try {
    if (!(await isOfficeArchive(bytes, "xlsx"))) return null;
    return (await readWorkbook(bytes)).map(({ sheet, data }) => ({ name: sheet, rows: trimmed(data.map((row) => row.map(cellOf))) }));
  } catch {
    return null; // not a workbook, or a broken one: said so to whoever sent it
  }
}

function cellOf(value: unknown): CellValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function csvSheet(bytes: Buffer): SheetRows[] | null {
  const text = decoded(bytes);
  if (text.includes("\u0000")) return null;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  if (errors.some(({ type }) => type === "Quotes")) return null;
  return [{ name: "", rows: trimmed(data.map((row) => row.map((cell) => (cell.trim() === "" ? null : unguarded(cell))))) }];
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
