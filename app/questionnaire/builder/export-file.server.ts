import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import type { Language } from "#app/text/language.ts";
import type { Draft } from "./draft.ts";
import { draftToSheets } from "./draft-to-sheets.server.ts";
import { toJsonFile, toPlainSurvey } from "./exchange-json.ts";

export const FORMATS = ["json", "surveyjs", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** The questionnaire as a file; null where a plain survey is asked for and the draft still has mistakes. */
export async function exportFile(draft: Draft, format: Format, language: Language): Promise<Buffer | null> {
  if (format === "json") return Buffer.from(toJsonFile(draft));
  if (format === "surveyjs") {
    const survey = toPlainSurvey(draft);
    return survey === null ? null : Buffer.from(survey);
  }
  return writeWorkbook(draftToSheets(draft, language).map(({ name, rows, lists }) => ({
    name, frozenRows: 1, widths: rows[0]?.map((heading) => (/da|en|text|tekst|titel|title|dansk|english|engelsk/i.test(String(heading)) ? 40 : 16)) ?? [],
    rows: rows.map((row, at) => row.map((value) => (at === 0 ? { value, bold: true, locked: true } : { value, wrap: true }))),
    dropDowns: lists.flatMap(({ column, choices }) => rows.slice(1).map((_, at) => ({ row: at + 1, column, choices }))),
  })));
}
