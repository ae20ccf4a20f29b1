import { composeWorkbook } from "./compose-workbook.server.ts";
import type { SheetToWrite } from "./compose-workbook.server.ts";
import { inOwnProcess } from "./own-process.server.ts";

export type { CellToWrite, DropDown, SheetToWrite } from "./compose-workbook.server.ts";

/** From so many cells on writing would hold up everybody else's requests for longer than a process takes to begin. */
const MANY = 20_000;
/** What writing a register with hundreds of thousands of rows may take. */
const writing = { heapMiB: 2_048, milliseconds: 120_000 };

/** Writes an XLSX workbook, a large one in a process of its own. Text is written as text: nothing in it is ever a formula. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((inSheet, row) => inSheet + row.length, 0), 0);
  if (cells < MANY) return composeWorkbook(sheets);
  const answer = await inOwnProcess({ task: "write" }, JSON.stringify(sheets), writing);
  if (!answer.ok) throw new Error(`A workbook of ${cells} cells could not be written: ended by ${answer.ended}`);
  return answer.bytes;
}
