import { log } from "#app/config/log.server.ts";
import { isArchive } from "./office-archive.server.ts";
import { inOwnProcess } from "./own-process.server.ts";
import type { ReadTable, TableLimits } from "./parse-table.server.ts";

export type { ReadTable, TableLimits, TableRefusal } from "./parse-table.server.ts";
export const tableLimits: TableLimits = { bytes: 12 * 1024 * 1024, rows: 20_000, columns: 200, characters: 32_767 };

/** What reading one file may take. */
export const reading = { heapMiB: 512, milliseconds: 30_000 };

/**
 * Reads an XLSX workbook or a CSV file, told apart by its bytes. CSV: UTF-8, UTF-16 with its mark, else Windows-1252; semicolon, comma or
 * tab. A cell's formula is never looked at, only the value the spreadsheet last worked out. Dates become ISO days. It is read in a process of its
 * own: a file made to harm harms nobody else.
 */
export async function readTable(bytes: Buffer, limits: TableLimits = tableLimits, allowance = reading): Promise<ReadTable> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > limits.bytes) return { ok: false, reason: "too-large" };
  if (bytes.subarray(0, 2).toString("latin1") === "PK" && !(await isArchive(bytes))) return { ok: false, reason: "not-a-table" };
  const answer = await inOwnProcess({ task: "read", limits }, bytes, allowance);
  const read: ReadTable = answer.ok ? (JSON.parse(answer.bytes.toString("utf8")) as ReadTable) : { ok: false, reason: "too-large", fault: `ended by ${answer.ended}` };
  if (!read.ok && read.fault !== undefined) log("warn", "spreadsheet not read", { fault: read.fault, bytes: bytes.length });
  return read.ok ? read : { ok: false, reason: read.reason };
}
