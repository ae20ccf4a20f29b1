import { readTable } from "#app/spreadsheet/read-table.server.ts";
import { longestJson, readJsonFile } from "./exchange-json.ts";
import { refuseImport, type Imported } from "./import-result.ts";
import { sheetsToDraft } from "./sheets-to-draft.server.ts";

/** A workbook of a questionnaire is small: 400 questions with 60 answers each. */
const limits = { bytes: 4 * 1024 * 1024, rows: 26_000, columns: 60, characters: 4_000 };

/** Reads a file that was handed in, SurveyJS JSON or XLSX, told apart by its bytes. Nothing is stored. */
export async function importFile(bytes: Buffer): Promise<Imported> {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") {
    if (bytes.length > longestJson) return refuseImport([{ place: "", code: "too-large" }]);
    return readJsonFile(bytes.toString("utf8"));
  }
  const table = await readTable(bytes, limits);
  if (table.ok) return sheetsToDraft(table.sheets);
  return refuseImport([{ place: "", code: table.reason === "not-a-table" || table.reason === "empty" ? "not-a-table" : "too-large" }]);
}
