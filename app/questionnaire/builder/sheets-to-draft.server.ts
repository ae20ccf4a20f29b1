import { cellName, type CellValue, type SheetRows } from "#app/spreadsheet/cell.ts";
import type { Localized } from "../types.ts";
import { refuseText } from "./check-text.ts";
import { fromExpression, type Condition } from "./condition.ts";
import { newQuestion, newRows, type Draft, type DraftChoice, type DraftField, type DraftPage, type DraftQuestion } from "./draft.ts";
import { finishImport, refuseImport, type Imported, type ImportNote, type ImportProblem } from "./import-result.ts";
import { hasChoices, type DraftType, type FieldType } from "./question-types.ts";
import { readWords, type SheetName } from "./sheet-words.server.ts";

type Cell = { value: CellValue; place: string };
/** One row of a sheet by the codes of its columns. */
type Row = { at: string; cell: (column: string) => Cell };

/** What would come of a workbook; every mistake is named by its cell. */
export function sheetsToDraft(sheets: readonly SheetRows[]): Imported {
  const words = readWords();
  const problems: ImportProblem[] = [];
  const notes: ImportNote[] = [];
  const say = (place: string, code: ImportProblem["code"], detail?: string) => void problems.push({ place, code, ...(detail === undefined ? {} : { detail }) });

  const rowsOf = (name: SheetName, needed: readonly string[]): Row[] => {
    const sheet = sheets.find((one) => words.sheet.get(one.name.trim().toLowerCase()) === name);
    if (!sheet) {
      if (needed.length > 0) say("", "no-sheet", name);
      return [];
    }
    const known = words.column(name);
    const columns = new Map<string, number>();
    for (const [column, heading] of (sheet.rows[0] ?? []).entries()) {
      const code = known.get(String(heading ?? "").trim().toLowerCase());
      if (code !== undefined && !columns.has(code)) columns.set(code, column);
      else if (heading !== null) notes.push({ place: `${sheet.name}!${cellName(0, column)}`, code: "column-unknown" });
    }
    for (const column of needed) if (!columns.has(column)) say(`${sheet.name}!A1`, "no-column", column);
    return sheet.rows.slice(1).map((row, at): Row => ({
      at: `${sheet.name}!A${at + 2}`,
      cell: (column) => {
        const place = columns.get(column);
        return { value: place === undefined ? null : (row[place] ?? null), place: `${sheet.name}!${cellName(at + 1, place ?? 0)}` };
      },
    })).filter((_, at) => (sheet.rows[at + 1] ?? []).some((value) => value !== null));
  };

  const text = ({ value, place }: Cell): string => {
    const read = value === null ? "" : String(value).replace(/\r\n?/g, "\n").trim();
    const refused = refuseText(read);
    if (refused) say(place, refused);
    return read;
  };
  const both = (row: Row, name: string): Localized => (name === "" ? { da: text(row.cell("da")), en: text(row.cell("en")) } : { da: text(row.cell(`${name}Da`)), en: text(row.cell(`${name}En`)) });
  const word = <T extends string>(cell: Cell, known: ReadonlyMap<string, T>, otherwise: T): T => {
    if (cell.value === null) return otherwise;
    const found = known.get(String(cell.value).trim().toLowerCase());
    if (found === undefined) say(cell.place, "unknown-word", String(cell.value).slice(0, 40));
    return found ?? otherwise;
  };
  const flag = (cell: Cell) => word(cell, words.flag, "false") === "true";
  const whole = (cell: Cell): number | null => {
    if (cell.value === null) return null;
    const number = Number(cell.value);
    if (!Number.isInteger(number)) say(cell.place, "not-a-number", String(cell.value).slice(0, 40));
    return Number.isInteger(number) ? number : null;
  };
  const limit = (cell: Cell, type: DraftType): string | number | null => {
    if (cell.value === null) return null;
    const read = type === "number" ? Number(cell.value) : String(cell.value).trim();
    const fits = type === "number" ? Number.isFinite(read) : /^\d{4}-\d{2}-\d{2}$/.test(String(read));
    if (!fits) say(cell.place, "not-a-number", String(cell.value).slice(0, 40));
    return fits ? read : null;
  };
  const condition = (cell: Cell): Condition | null => {
    if (cell.value === null) return null;
    const read = fromExpression(String(cell.value).trim());
    if (!read) say(cell.place, "bad-condition");
    return read;
  };
  const named = (cell: Cell): string => String(cell.value ?? "").trim();

  const field = (row: Row): DraftField => {
    const type = word(row.cell("type"), words.type, "text") as FieldType;
    return {
      name: named(row.cell("name")), type, title: both(row, "title"), description: both(row, "description"), required: flag(row.cell("required")), choices: [],
      min: limit(row.cell("min"), type), max: limit(row.cell("max"), type), maxLength: whole(row.cell("maxLength")), lines: whole(row.cell("lines")),
    };
  };

  const places = new Map<string, string>();
  const draft: Draft = { title: { da: "", en: "" }, description: { da: "", en: "" }, minutes: null, pages: [] };
  for (const row of rowsOf("questionnaire", ["what", "da"])) {
    const fact = word(row.cell("what"), words.fact, "title");
    if (fact === "minutes") draft.minutes = whole(row.cell("da"));
    else draft[fact] = both(row, "");
  }
  for (const row of rowsOf("pages", ["page", "titleDa"])) {
    places.set(`page ${named(row.cell("page"))}`, row.cell("page").place);
    draft.pages.push({ name: named(row.cell("page")), title: both(row, "title"), description: both(row, "description"), condition: condition(row.cell("condition")), questions: [] } satisfies DraftPage);
  }
  const questions = new Map<string, DraftQuestion>();
  for (const row of rowsOf("questions", ["page", "name", "type", "titleDa"])) {
    const own = field(row);
    const type = own.type as DraftType;
    const page = draft.pages.find(({ name }) => name === named(row.cell("page")));
    if (!page) say(row.cell("page").place, "unknown-page", named(row.cell("page")).slice(0, 40));
    if (questions.has(own.name)) say(row.cell("name").place, "duplicate-name", own.name.slice(0, 60));
    const weight = whole(row.cell("weight")) ?? 0;
    const question: DraftQuestion = {
      ...newQuestion(own.name, type), ...own, type, choices: [], weight: weight as 0, critical: flag(row.cell("critical")), evidence: word(row.cell("evidence"), words.evidence, "none"), evidenceText: both(row, "evidenceText"),
      requirements: text(row.cell("requirements")).split(";").map((one) => one.trim()).filter((one) => one !== ""), source: text(row.cell("source")), comment: flag(row.cell("comment")), commentText: both(row, "commentText"), reasonText: both(row, "reasonText"),
      condition: condition(row.cell("condition")),
      rows: type === "rows" ? { ...newRows(), fields: [], min: whole(row.cell("rowsMin")) ?? 0, max: whole(row.cell("rowsMax")) ?? 20, title: both(row, "rowTitle"), add: both(row, "rowAdd"), remove: both(row, "rowRemove") } : null,
    };
    if (![0, 1, 2, 3].includes(weight)) say(row.cell("weight").place, "unknown-word", String(weight));
    places.set(question.name, row.cell("name").place);
    questions.set(question.name, question);
    page?.questions.push(question);
  }
  const owner = (row: Row): DraftQuestion | undefined => {
    const found = questions.get(named(row.cell("question")));
    if (!found) say(row.cell("question").place, "unknown-question", named(row.cell("question")).slice(0, 60));
    return found;
  };
  for (const row of rowsOf("fields", [])) {
    const question = owner(row);
    if (question?.rows) question.rows.fields.push(field(row));
    else if (question) say(row.cell("question").place, "unknown-question", question.name);
  }
  for (const row of rowsOf("choices", [])) {
    const question = owner(row);
    const choice: DraftChoice = { value: named(row.cell("value")), text: both(row, ""), level: row.cell("level").value === null ? null : word(row.cell("level"), words.level, "met"), reason: flag(row.cell("reason")) };
    const inside = named(row.cell("field"));
    if (inside === "") question?.choices.push(choice);
    else {
      const found = question?.rows?.fields.find(({ name }) => name === inside);
      if (found) found.choices.push({ value: choice.value, text: choice.text });
      else say(row.cell("field").place, "unknown-question", inside.slice(0, 60));
    }
  }
  for (const question of questions.values()) if (question.type === "yes-no" && question.choices.length === 0) question.choices = newQuestion("x", "yes-no").choices;
  if (problems.length > 0) return refuseImport(problems);
  for (const question of questions.values()) if (!hasChoices(question.type)) question.choices = [];
  return finishImport(draft, notes, (page, question) => places.get(question ?? `page ${page ?? ""}`) ?? "");
}
