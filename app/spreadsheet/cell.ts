/** What stands in a cell: dates as ISO days, empty cells as null. */
export type CellValue = string | number | boolean | null;
/** Rows of one sheet, first row first; a row is as long as its last filled cell. `cut`: there were more. */
export type SheetRows = { name: string; rows: CellValue[][]; cut?: boolean };

/** Text as the database takes it: without NUL, and without halves of a character. */
export const storableText = (text: string): string => text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, "\ufffd");

/** The name people know a cell by: row 0, column 1 is "B1"; column 26 begins with "AA". */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A" for column 0, "Z" for 25, "AA" for 26. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}
