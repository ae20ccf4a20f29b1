import type { Language } from "#app/text/language.ts";
import { toExpression, type Condition } from "./condition.ts";
import type { Draft, DraftField, DraftQuestion } from "./draft.ts";
import { QUESTION_TYPES } from "./question-types.ts";
import { EVIDENCE, FACTS, SHEETS, sheetWords, type SheetName } from "./sheet-words.server.ts";

type Value = string | number | null;
/** One sheet of the workbook: a row of headings first. `lists` are the words to choose among, by column. */
export type DraftSheet = { name: string; rows: Value[][]; lists: { column: number; choices: string[] }[] };

/** A draft as a workbook: one row a question, its answers and fields on sheets of their own. */
export function draftToSheets(draft: Draft, language: Language): DraftSheet[] {
  const words = sheetWords(language);
  const condition = (value: Condition | null): Value => (value === null ? null : toExpression(value));
  const common = (one: DraftField | DraftQuestion): Record<string, Value> => ({
    name: one.name, type: words.type(one.type), titleDa: one.title.da, titleEn: one.title.en, descriptionDa: one.description.da, descriptionEn: one.description.en, required: words.flag(one.required),
    min: one.min, max: one.max, maxLength: one.maxLength, lines: one.lines,
  });
  const question = (page: string, one: DraftQuestion): Record<string, Value> => ({
    ...common(one), page, weight: one.weight, critical: words.flag(one.critical), evidence: words.evidence(one.evidence), evidenceTextDa: one.evidenceText.da, evidenceTextEn: one.evidenceText.en,
    requirements: one.requirements.join("; "), source: one.source, comment: words.flag(one.comment), commentTextDa: one.commentText.da, commentTextEn: one.commentText.en, reasonTextDa: one.reasonText.da, reasonTextEn: one.reasonText.en,
    condition: condition(one.condition),
    ...(one.rows === null ? {} : { rowsMin: one.rows.min, rowsMax: one.rows.max, rowTitleDa: one.rows.title.da, rowTitleEn: one.rows.title.en, rowAddDa: one.rows.add.da, rowAddEn: one.rows.add.en, rowRemoveDa: one.rows.remove.da, rowRemoveEn: one.rows.remove.en }),
  });
  const all = draft.pages.flatMap((page) => page.questions);
  const facts: Record<(typeof FACTS)[number], { da: Value; en: Value }> = { title: draft.title, description: draft.description, minutes: { da: draft.minutes, en: null } };
  const flags = [words.flag(true), words.flag(false)];
  const types = QUESTION_TYPES.map((type) => words.type(type));
  const sheet = (name: SheetName, rows: Record<string, Value>[], lists: Record<string, string[]> = {}): DraftSheet => ({
    name: words.sheet(name),
    rows: [SHEETS[name].map((column) => words.column(column)), ...rows.map((row) => SHEETS[name].map((column) => row[column] ?? null))],
    lists: Object.entries(lists).map(([column, choices]) => ({ column: (SHEETS[name] as readonly string[]).indexOf(column), choices })),
  });
  return [
    sheet("questionnaire", FACTS.map((fact) => ({ what: words.fact(fact), ...facts[fact] }))),
    sheet("pages", draft.pages.map((page) => ({ page: page.name, titleDa: page.title.da, titleEn: page.title.en, descriptionDa: page.description.da, descriptionEn: page.description.en, condition: condition(page.condition) }))),
    sheet("questions", draft.pages.flatMap((page) => page.questions.map((one) => question(page.name, one))), { type: types, required: flags, critical: flags, comment: flags, evidence: EVIDENCE.map((one) => words.evidence(one)), weight: ["0", "1", "2", "3"] }),
    sheet("choices", all.flatMap((one) => [
      ...one.choices.map(({ value, text, level, reason }) => ({ question: one.name, field: null, value, da: text.da, en: text.en, level: level && words.level(level), reason: words.flag(reason) })),
      ...(one.rows?.fields ?? []).flatMap((field) => field.choices.map(({ value, text }) => ({ question: one.name, field: field.name, value, da: text.da, en: text.en }))),
    ]), { reason: flags }),
    sheet("fields", all.flatMap((one) => (one.rows?.fields ?? []).map((field) => ({ question: one.name, ...common(field) }))), { required: flags }),
  ];
}
