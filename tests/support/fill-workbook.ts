import { COLUMN, FIRST_PANEL_ROW, panelElements } from "#app/questionnaire/offline/offline-layout.ts";
import type { Answer, FrozenQuestionnaire, SurveyElement } from "#app/questionnaire/types.ts";
import { listElements } from "#app/questionnaire/elements.ts";
import { readTable } from "#app/spreadsheet/read-table.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import type { CellValue, SheetRows } from "#app/spreadsheet/cell.ts";

/** A cell to be written by hand: the sheet whose corner reads so, row and column from 0. */
export type HandWritten = { corner: string; row: number; column: number; value: CellValue };

/** The sheets of a workbook. */
export async function sheetsOf(bytes: Buffer): Promise<SheetRows[]> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(`not a workbook: ${read.reason}`);
  return read.sheets;
}

/** The row of a question on the answer sheet, from 0. */
export const rowOf = (sheets: readonly SheetRows[], id: string) => sheets.find(({ rows }) => rows[0]?.[0] === "ID")!.rows.findIndex((row) => row[0] === id);

/** Fills a fetched workbook in as a person does in a spreadsheet: answers as texts in their cells, then single cells by hand. */
export async function fillWorkbook(bytes: Buffer, frozen: FrozenQuestionnaire, answers: Readonly<Record<string, Answer>>, byHand: readonly HandWritten[] = []): Promise<Buffer> {
  const sheets = await sheetsOf(bytes);
  const elements = new Map(listElements(frozen.survey).map((element) => [element.name, element]));
  const main = sheets.find(({ rows }) => rows[0]?.[0] === "ID")!;
  for (const [question, { value, comment }] of Object.entries(answers)) {
    const element = elements.get(question)!;
    if (element.type === "checkbox") {
      for (const { value: choice } of element.choices ?? []) put(main, rowOf(sheets, `${question}/${choice}`), COLUMN.answer, (value as string[]).includes(choice) ? "Ja" : null);
    } else if (element.type !== "paneldynamic") put(main, rowOf(sheets, question), COLUMN.answer, written(element, value));
    if (comment) put(main, rowOf(sheets, question), COLUMN.comment, comment);
  }
  for (const element of panelElements(frozen)) {
    const panels = (answers[element.name]?.value ?? []) as Record<string, unknown>[];
    const sheet = sheets.find(({ rows }) => rows[0]?.[0] === element.name)!;
    for (const [index, panel] of panels.entries()) {
      for (const [column, field] of (element.templateElements ?? []).entries()) put(sheet, FIRST_PANEL_ROW + index, column + 1, written(field, panel[field.name]));
    }
  }
  for (const { corner, row, column, value } of byHand) put(sheets.find(({ rows }) => rows[0]?.[0] === corner)!, row, column, value);
  return writeWorkbook(sheets.map(({ name, rows }) => ({ name, rows })));
}

function put(sheet: SheetRows, row: number, column: number, value: CellValue): void {
  const cells = (sheet.rows[row] ??= []);
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
}

const written = ({ choices }: SurveyElement, value: unknown): CellValue => choices?.find((one) => one.value === value)?.text.da ?? ((value ?? null) as CellValue);
