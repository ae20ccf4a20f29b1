import type { FrozenQuestionnaire, SurveyElement } from "../types.ts";

/** Columns of the sheet with the answers, from 0. */
export const COLUMN = { id: 0, page: 1, question: 2, hint: 3, required: 4, condition: 5, kind: 6, answer: 7, comment: 8, mark: 9 } as const;
/** First row with a question, and on a panel's sheet the first row to fill in; from 0. */
export const FIRST_ROW = 1;
export const FIRST_PANEL_ROW = 3;
/** What stands in the corner of the sheet with the answers. */
export const ANSWER_SHEET_MARK = "ID";

/** A row of the answer sheet: a question, one of several ticks of it (`choice`), a repeated block that has a sheet of its own, or a place for files. */
export type OfflineRow = { id: string; element: SurveyElement; page: string; choice: string | null };

/** The rows of the answer sheet in order; a question with several answers has a row for each of them. */
export function offlineRows({ survey }: Pick<FrozenQuestionnaire, "survey">): OfflineRow[] {
  return survey.pages.flatMap((page) => page.elements.flatMap((element): OfflineRow[] =>
    element.type === "checkbox"
      ? (element.choices ?? []).map(({ value }) => ({ id: `${element.name}/${value}`, element, page: page.name, choice: value }))
      : [{ id: element.name, element, page: page.name, choice: null }]));
}

/** The questions that have a sheet of their own. */
export function panelElements({ survey }: Pick<FrozenQuestionnaire, "survey">): SurveyElement[] {
  return survey.pages.flatMap(({ elements }) => elements.filter(({ type }) => type === "paneldynamic"));
}
