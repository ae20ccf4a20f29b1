import { columnName } from "#app/spreadsheet/cell.ts";
import type { CellToWrite, DropDown, SheetToWrite } from "#app/spreadsheet/write-workbook.server.ts";
import { listElements } from "../elements.ts";
import type { VersionedAnswer } from "../form-props.ts";
import type { FrozenQuestionnaire, Language, SurveyElement } from "../types.ts";
import { markText } from "./answer-mark.ts";
import { conditionWords } from "./condition-words.ts";
import type { ConditionSay } from "./condition-words.ts";
import { ANSWER_SHEET_MARK, COLUMN, FIRST_PANEL_ROW, offlineRows, panelElements } from "./offline-layout.ts";
import type { OfflineRow } from "./offline-layout.ts";

/** Words of the workbook, from the area `offline`. */
export type OfflineSay = (key: string, values?: Record<string, string | number>) => string;
export type ToWrite = {
  frozen: FrozenQuestionnaire;
  answers: Readonly<Record<string, VersionedAnswer>>;
  /** Questions that may not change now. */
  locked: readonly string[];
  language: Language;
  say: OfflineSay;
  /** Lines of the first sheet. */
  guide: readonly (readonly [string, string])[];
};

const head = (value: string): CellToWrite => ({ value, bold: true, locked: true, wrap: true });
const grey = (value: string | number | null): CellToWrite => ({ value, locked: true, wrap: true });
const none: VersionedAnswer = { value: null, comment: null, version: 0 };

/** The request as sheets: a guide, a row for each question with the answers so far, a sheet for each repeated block, and the answers to choose from. */
export function writeSheets(given: ToWrite): SheetToWrite[] {
  const lists = choiceLists(given);
  const panels = panelElements(given.frozen);
  const { say, guide } = given;
  return [
    { name: say("sheet.guide"), widths: [26, 90], rows: guide.map(([name, text]) => [{ value: name, bold: true, wrap: true }, { value: text, wrap: true }]) },
    answerSheet(given, lists),
    ...panels.map((element, index) => panelSheet(element, panelSheetName(element, index, given.language), given, lists)),
    { name: say("sheet.choices"), widths: Array.from({ length: lists.columns }, () => 30), rows: lists.rows },
  ];
}

/** The name of a repeated block's sheet; numbered, so that no two are the same. */
export const panelSheetName = ({ title, name }: SurveyElement, index: number, language: Language) => `${index + 1} ${title?.[language] ?? name}`.slice(0, 31);

function answerSheet({ frozen, answers, locked, language, say }: ToWrite, lists: ChoiceLists): SheetToWrite {
  const elements = new Map(listElements(frozen.survey).map((element) => [element.name, element]));
  const titles = new Map(frozen.survey.pages.map(({ name, title }) => [name, title[language]]));
  const panels = panelElements(frozen);
  const told: ConditionSay = (key, values) => say(`condition.${key}`, values);
  const dropDowns: DropDown[] = [];
  const rows = offlineRows(frozen).map((row, index): CellToWrite[] => {
    const { element, choice } = row;
    const answer = answers[element.name] ?? none;
    const shut = locked.includes(element.name);
    const list = listFor(row, lists);
    if (list && !shut) dropDowns.push({ row: index + 1, column: COLUMN.answer, choices: list.texts, range: list.range });
    const pageCondition = frozen.survey.pages.find(({ name }) => name === row.page)?.visibleIf;
    const when = [pageCondition, element.visibleIf].map((one) => conditionWords(one, elements, language, told)).filter(Boolean).join("; ");
    const title = choice === null ? (element.title?.[language] ?? element.name) : `${element.title?.[language]}: ${element.choices?.find(({ value }) => value === choice)?.text[language]}`;
    const filled = element.type === "paneldynamic" ? grey(say("onSheet", { sheet: panelSheetName(element, panels.indexOf(element), language) }))
      : element.type === "file" ? grey(say("fileOnline")) : shut ? grey(asText(row, answer, language, say)) : asCell(row, answer, language, say);
    const comment = element.showCommentArea && choice === null ? (shut ? grey(answer.comment) : { value: answer.comment, wrap: true }) : grey(null);
    return [
      grey(row.id), grey(titles.get(row.page) ?? ""), grey(title), grey(hintOf(element, language, say)), grey(say(element.isRequired ? "yes" : "optional")), grey(when),
      grey(shut ? say("kind.locked") : say(`kind.${kindOf(row)}`)), filled, comment, grey(element.type === "file" ? null : markText(answer.version, answer)),
    ];
  });
  const headings = [ANSWER_SHEET_MARK, ...["page", "question", "hint", "required", "condition", "kind", "answer", "comment", "mark"].map((key) => say(`column.${key}`))];
  return { name: say("sheet.answers"), frozenRows: 1, widths: [22, 18, 52, 46, 12, 34, 18, 40, 40, 14], rows: [headings.map(head), ...rows], dropDowns };
}

function panelSheet(element: SurveyElement, name: string, { answers, locked, language, say }: ToWrite, lists: ChoiceLists): SheetToWrite {
  const fields = element.templateElements ?? [];
  const value = answers[element.name]?.value;
  const filled = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const most = element.maxPanelCount ?? 20;
  const shut = locked.includes(element.name);
  const dropDowns: DropDown[] = [];
  const rows = Array.from({ length: most }, (_, index): CellToWrite[] => [grey(index + 1), ...fields.map((field, column): CellToWrite => {
    const row: OfflineRow = { id: field.name, element: field, page: "", choice: null };
    const list = listFor(row, lists);
    if (list && !shut) dropDowns.push({ row: FIRST_PANEL_ROW + index, column: column + 1, choices: list.texts, range: list.range });
    const cell = { ...none, value: filled[index]?.[field.name] ?? null };
    return shut ? grey(asText(row, cell, language, say)) : asCell(row, cell, language, say);
  })]);
  return {
    name, frozenRows: 3, widths: [22, ...fields.map(() => 34)], dropDowns,
    rows: [
      [grey(element.name), ...fields.map((field) => grey(field.name))],
      [head(element.title?.[language] ?? element.name), ...fields.map((field) => head(field.title?.[language] ?? field.name))],
      [grey(shut ? say("kind.locked") : say("panelHint")), ...fields.map((field) => grey([hintOf(field, language, say), field.isRequired ? say("mustFill") : ""].filter(Boolean).join("\n")))],
      ...rows,
    ],
  };
}

const kindOf = ({ element, choice }: OfflineRow) => (choice !== null ? "tick" : element.type === "text" ? (element.inputType ?? "text") : element.type);

function hintOf(element: SurveyElement, language: Language, say: OfflineSay): string {
  const comment = element.showCommentArea && element.commentText ? say("commentHint", { text: element.commentText[language] }) : "";
  return [element.description?.[language] ?? "", comment].filter(Boolean).join("\n");
}

/** An answer as a person reads and writes it in a cell. */
function asText({ element, choice }: OfflineRow, { value }: VersionedAnswer, language: Language, say: OfflineSay): string | number | null {
  if (choice !== null) return Array.isArray(value) && value.includes(choice) ? say("yes") : null;
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return value;
  return element.choices?.find((one) => one.value === value)?.text[language] ?? (typeof value === "string" ? value : null);
}

function asCell(row: OfflineRow, answer: VersionedAnswer, language: Language, say: OfflineSay): CellToWrite {
  const value = asText(row, answer, language, say);
  return { value, wrap: true, day: row.element.inputType === "date" };
}

type ChoiceList = { texts: string[]; range: string };
type ChoiceLists = { columns: number; rows: CellToWrite[][]; yesNo: ChoiceList; find: (element: SurveyElement) => ChoiceList | null };

/** Every different list of answers once, a column each, so that a drop-down may be as long as it needs to be. */
function choiceLists({ frozen, language, say }: ToWrite): ChoiceLists {
  const all = listElements(frozen.survey).flatMap((element) => [element, ...(element.templateElements ?? [])]);
  const textsOf = ({ choices = [] }: SurveyElement) => choices.map(({ text }) => text[language]);
  const lists = [[say("yes"), say("no")], ...all.filter(({ choices, type }) => choices && type !== "checkbox").map(textsOf)];
  const columns = [...new Map(lists.map((texts) => [texts.join("\n"), texts])).values()];
  const listAt = (texts: readonly string[]): ChoiceList | null => {
    const column = columns.findIndex((one) => one.join("\n") === texts.join("\n"));
    return column < 0 ? null : { texts: [...texts], range: `'${say("sheet.choices")}'!$${columnName(column)}$1:$${columnName(column)}$${texts.length}` };
  };
  const longest = Math.max(...columns.map((texts) => texts.length));
  return {
    columns: columns.length,
    rows: Array.from({ length: longest }, (_, row) => columns.map((texts): CellToWrite => grey(texts[row] ?? null))),
    yesNo: listAt(columns[0]!)!,
    find: (element) => listAt(textsOf(element)),
  };
}

function listFor({ element, choice }: OfflineRow, lists: ChoiceLists): ChoiceList | null {
  if (choice !== null || element.type === "boolean") return lists.yesNo;
  return element.type === "radiogroup" || element.type === "dropdown" ? lists.find(element) : null;
}
