import { cellName } from "#app/spreadsheet/cell.ts";
import type { CellValue, SheetRows } from "#app/spreadsheet/cell.ts";
import { isBlank } from "../answers.ts";
import { checkComment, checkShape } from "../shape.ts";
import type { ShapeProblem } from "../shape.ts";
import type { Answer, FrozenQuestionnaire, Language, SurveyElement } from "../types.ts";
import { readMark } from "./answer-mark.ts";
import type { AnswerMark } from "./answer-mark.ts";
import { ANSWER_SHEET_MARK, COLUMN, FIRST_PANEL_ROW, FIRST_ROW, panelElements } from "./offline-layout.ts";
import { readKey } from "./offline-key.ts";
import type { OfflineKey } from "./offline-key.ts";
import { readCell, readYesNo } from "./read-cell.ts";
import type { CellProblem } from "./read-cell.ts";

/** A place people find: the sheet's name and the cell's. */
export type Place = { sheet: string; cell: string };
export type MistakeCode = CellProblem | ShapeProblem | "unknown-row" | "unknown-field" | "twice" | "no-comment" | "missing-sheet" | "missing-field" | "mark-changed" | "locked" | "rule";
/** What is wrong with one cell; `choices` may stand there, `message` is the questionnaire's own rule. */
export type Mistake = Place & { code: MistakeCode; question: string | null; given: string; choices: string[]; message: string | null };
/** An answer as the workbook has it, where it stands, and how it stood when the workbook was fetched. */
export type SheetAnswer = Answer & { question: string; place: Place; commentPlace: Place; mark: AnswerMark };
export type ReadSheets = { ok: true; answers: SheetAnswer[]; mistakes: Mistake[]; absent: string[] } | { ok: false; reason: "no-key" | "no-answers" };

/** The key on the first sheet that has one. */
export function findKey(sheets: readonly SheetRows[]): OfflineKey | null {
  for (const { rows } of sheets) for (const row of rows.slice(0, 60)) for (const cell of row.slice(0, 4)) if (readKey(cell)) return readKey(cell);
  return null;
}

/**
 * Reads the sheets back into answers, by the ids in their first column and row: rows may be sorted or left out, what stands beside the answers
 * is never read. Every cell that cannot be used is told with its place; the rest is as the form online would have given it.
 */
export function readSheets(sheets: readonly SheetRows[], { survey }: Pick<FrozenQuestionnaire, "survey">, language: Language): ReadSheets {
  const main = sheets.find(({ rows }) => rows[0]?.[0] === ANSWER_SHEET_MARK);
  if (!main) return { ok: false, reason: "no-answers" };
  const elements = new Map(survey.pages.flatMap((page) => page.elements).map((element) => [element.name, element]));
  const mistakes: Mistake[] = [];
  const found = new Map<string, SheetAnswer>();
  const ticked = new Map<string, string[]>();
  const seen = new Set<string>();
  const say = (sheet: string, row: number, column: number, code: MistakeCode, question: string | null, cell: CellValue, choices: string[] = []) =>
    void mistakes.push({ sheet, cell: cellName(row, column), code, question, given: cell === null ? "" : String(cell).slice(0, 200), choices, message: null });

  for (const [row, cells] of main.rows.entries()) {
    if (row < FIRST_ROW) continue;
    const [id, answer = null, comment = null] = [cells[COLUMN.id], cells[COLUMN.answer], cells[COLUMN.comment]];
    const [name = "", choice] = String(id ?? "").trim().split("/");
    const element = elements.get(name);
    const isTick = element?.type === "checkbox";
    if (!element || isTick !== (choice !== undefined) || (isTick && !element.choices?.some(({ value }) => value === choice))) {
      if (!isBlank(answer) || !isBlank(comment)) say(main.name, row, COLUMN.id, "unknown-row", null, id ?? null);
      continue;
    }
    if (element.type === "file") continue; // files are handed in online
    if (seen.has(String(id))) {
      say(main.name, row, COLUMN.id, "twice", name, id ?? null);
      continue;
    }
    seen.add(String(id));
    const place = { sheet: main.name, cell: cellName(row, COLUMN.answer) };
    const mark = readMark(cells[COLUMN.mark]);
    if (!mark) {
      say(main.name, row, COLUMN.mark, "mark-changed", name, cells[COLUMN.mark] ?? null);
      continue;
    }
    const before = found.get(name);
    const one = before ?? { question: name, value: null, comment: null, place, commentPlace: { sheet: main.name, cell: cellName(row, COLUMN.comment) }, mark };
    found.set(name, one);
    if (isTick) {
      const read = readYesNo(answer);
      if (!read.ok) say(main.name, row, COLUMN.answer, read.problem, name, answer);
      else if (read.value === true) ticked.set(name, [...(ticked.get(name) ?? []), choice!]);
      continue;
    }
    one.comment = isBlank(comment) ? null : String(comment).replace(/\r\n?/g, "\n");
    const wrong = checkComment(element, one.comment);
    if (wrong) say(main.name, row, COLUMN.comment, element.showCommentArea ? wrong : "no-comment", name, comment);
    if (element.type === "paneldynamic") continue;
    const read = readCell(element, answer);
    const problem = read.ok ? checkShape(element, read.value) : read.problem;
    if (problem) say(main.name, row, COLUMN.answer, problem, name, answer, textsOf(element, language));
    else if (read.ok) one.value = read.value;
  }
  // In the order of the questionnaire's choices, whatever order the rows are in, as the form online has them or not: an order is no answer.
  for (const [name, values] of ticked) found.get(name)!.value = elements.get(name)!.choices!.map(({ value }) => value).filter((value) => values.includes(value));
  for (const element of panelElements({ survey })) readPanels(element);
  return { ok: true, answers: [...elements.keys()].flatMap((name) => found.get(name) ?? []), mistakes, absent: [...elements.values()].filter(({ type, name }) => type !== "file" && !found.has(name)).map(({ name }) => name) };

  function readPanels(element: SurveyElement): void {
    const one = found.get(element.name);
    if (!one) return;
    const sheet = sheets.find(({ rows }) => rows[0]?.[0] === element.name);
    if (!sheet) {
      say(one.place.sheet, Number(one.place.cell.replace(/\D/g, "")) - 1, COLUMN.id, "missing-sheet", element.name, element.name);
      return;
    }
    const columns = (sheet.rows[0] ?? []).flatMap((name, column) => {
      const field = element.templateElements?.find((each) => each.name === name);
      return field ? [{ field, column }] : [];
    });
    one.place = { sheet: sheet.name, cell: cellName(FIRST_PANEL_ROW, 1) };
    const panels: Record<string, unknown>[] = [];
    for (const [row, cells] of sheet.rows.entries()) {
      if (row < FIRST_PANEL_ROW || columns.every(({ column }) => isBlank(cells[column]))) continue;
      const panel: Record<string, unknown> = {};
      for (const { field, column } of columns) {
        const read = readCell(field, cells[column] ?? null);
        const problem = read.ok ? checkShape(field, read.value) : read.problem;
        if (problem) say(sheet.name, row, column, problem, element.name, cells[column] ?? null, textsOf(field, language));
        else if (read.ok && !isBlank(read.value)) panel[field.name] = read.value;
        else if (field.isRequired) say(sheet.name, row, column, "missing-field", element.name, null);
      }
      if (panels.length >= (element.maxPanelCount ?? 20)) say(sheet.name, row, 1, "too-long", element.name, cells[1] ?? null);
      else panels.push(panel);
    }
    one.value = panels.length > 0 ? panels : null;
  }
}

const textsOf = ({ choices = [] }: SurveyElement, language: Language) => choices.map(({ text }) => text[language]);
