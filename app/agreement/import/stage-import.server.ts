import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { insertRows } from "#app/db/insert-rows.server.ts";
import { storableText } from "#app/spreadsheet/cell.ts";
import type { CellValue, SheetRows } from "#app/spreadsheet/cell.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Most rows of one import. */
export const MOST_IMPORT_ROWS = 10_000;

export type StagedImport = { ok: true; importId: string } | { ok: false; reason: "role" | "no-rows" | "too-many-rows" };

/** Keeps a file's rows as a new import, with the columns guessed; nothing is registered yet. The first row with anything in it holds the headings. */
export async function stageImport(tx: Tx, scope: Scope, { fileName: given, sheets, words }: { fileName: string; sheets: readonly SheetRows[]; words: Vocabulary }): Promise<StagedImport> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const { sheet, top, columns, guessed } = likeliest(sheets, words);
  const rows = (sheet?.rows ?? []).map((cells, position) => ({ position, cells: cells.map(text) })).filter(({ position, cells }) => position > top && cells.some((cell) => cell !== ""));
  if (rows.length === 0) return { ok: false, reason: "no-rows" };
  if (sheet?.cut || rows.length > MOST_IMPORT_ROWS) return { ok: false, reason: "too-many-rows" };
  const controllerId = scope.organisationId;
  const fileName = storableText(given.slice(0, 200));
  const { id: importId } = await tx.importRun.create({
    data: {
      controllerId, fileName, columns, rowCount: rows.length, mapping: { columns: guessed, transfers: "" },
      createdById: scope.personId, createdByName: scope.personName,
    },
    select: { id: true },
  });
  await insertRows(tx, "import_row", rows.map((row) => ({ ...row, importId, controllerId })));
  await record(tx, scope, { action: "import.uploaded", subject: { type: "import", id: importId }, detail: { fileName, rows: rows.length } });
  return { ok: true, importId };
}

/** The sheet whose headings say most to us, the longest of several alike; `top` is the row of its headings. */
function likeliest(sheets: readonly SheetRows[], words: Vocabulary) {
  const read = sheets.map((sheet) => {
    const top = sheet.rows.findIndex((row) => row.length > 0);
    const columns = (sheet.rows[top] ?? []).map(text);
    return { sheet, top, columns, guessed: guessMapping(columns, words.headings) };
  });
  const known = ({ guessed }: (typeof read)[number]) => Object.keys(guessed).length;
  return read.toSorted((a, b) => known(b) - known(a) || b.sheet.rows.length - a.sheet.rows.length)[0] ?? { sheet: null, top: -1, columns: [], guessed: {} };
}

const text = (cell: CellValue): string => (cell === null ? "" : String(cell).trim());
