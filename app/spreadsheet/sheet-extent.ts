/** Excel's own last row and the longest name of a column. */
const LAST_ROW = 1_048_576;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;
/** No tag, comment or instruction of a sheet is as long. */
const LONGEST_TAG = 1024 * 1024;
/** Rows of all sheets together, formatted and empty ones too. */
const MOST_ROWS = 4 * LAST_ROW;
const TAG = /^(?:[^\s:/>]+:)?(sheetData|row|c)(?=[\s/]|$)/;
const PLACE = /\s(?:[^\s:=]+:)?r\s*=\s*(?:"([^"]*)"|'([^']*)')/;

export type ExtentRefusal = "too-many-rows" | "too-many-columns" | "not-a-table";

/**
 * Looks through the parts of a workbook before they are read: the reader makes a row for every row number and a cell for every column it
 * is told of, so that a few bytes could ask for more than there is memory. Empty cells and rows, which are only formatted, may stand
 * further out than `limits`. Gives, for a part, what looks at its pieces in turn: null as long as nothing is wrong.
 */
export function watchExtent(limits: { rows: number; columns: number }): () => (piece: Buffer) => ExtentRefusal | null {
  let total = 0;
  return () => {
    let [rest, rows, last, isSheet] = ["", 0, 0, false];
    const reach = (row: number) => {
      total += Math.max(0, row - last);
      last = Math.max(last, row);
    };
    const row = (number: string | undefined): ExtentRefusal | null => {
      rows += 1;
      if (number !== undefined && !/^\d{1,7}$/.test(number)) return "not-a-table";
      rows = Math.max(rows, Number(number ?? 0));
      reach(rows);
      return rows > LAST_ROW ? "not-a-table" : null;
    };
    const cell = (address: string | undefined, empty: boolean): ExtentRefusal | null => {
      const [, letters, number] = ADDRESS.exec(address ?? "") ?? [];
      if (letters === undefined || Number(number) > LAST_ROW) return "not-a-table";
      reach(Number(number));
      if (empty) return null;
      if (Number(number) > limits.rows) return "too-many-rows";
      return columnNumber(letters) > limits.columns ? "too-many-columns" : null;
    };
    const tag = (text: string): ExtentRefusal | null => {
      const kind = TAG.exec(text)?.[1];
      if (kind === "sheetData") isSheet = true;
      if (!isSheet || kind === undefined || kind === "sheetData") return null;
      const place = PLACE.exec(text);
      const refusal = kind === "row" ? row(place?.[1] ?? place?.[2]) : cell(place?.[1] ?? place?.[2], text.endsWith("/"));
      return refusal ?? (total > MOST_ROWS ? "too-many-rows" : null);
    };
    return (piece) => {
      const text = rest + piece.toString("latin1");
      let at = 0;
      for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
        const close = endOfTag(text, open);
        if (close < 0) {
          rest = text.slice(open);
          return rest.length > LONGEST_TAG ? "not-a-table" : null;
        }
        const refusal = tag(text.slice(open + 1, close));
        if (refusal) return refusal;
        at = close + 1;
      }
      rest = "";
      return null;
    };
  };
}

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Where what begins at `open` ends: a comment, character data, an instruction, or a tag with its quoted values. -1 when that is further on. */
function endOfTag(text: string, open: number): number {
  for (const [begin, end] of [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"]] as const) {
    if (!text.startsWith(begin, open)) continue;
    const found = text.indexOf(end, open);
    return found < 0 ? -1 : found + end.length - 1;
  }
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === ">") return at;
    if (sign !== '"' && sign !== "'") continue;
    at = text.indexOf(sign, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}
