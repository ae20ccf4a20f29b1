import { LEVELS, type Level } from "#app/domain/scoring/level.ts";
import { languages, type Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { QUESTION_TYPES } from "./question-types.ts";

/** Sheets of the workbook, and their columns in order; what they are called stands in builder.json under `sheet`. */
export const SHEETS = {
  questionnaire: ["what", "da", "en"],
  pages: ["page", "titleDa", "titleEn", "descriptionDa", "descriptionEn", "condition"],
  questions: [
    "page", "name", "type", "titleDa", "titleEn", "descriptionDa", "descriptionEn", "required", "weight", "critical", "evidence", "evidenceTextDa", "evidenceTextEn", "requirements", "source", "comment", "commentTextDa", "commentTextEn",
    "reasonTextDa", "reasonTextEn", "condition", "min", "max", "maxLength", "lines", "rowsMin", "rowsMax", "rowTitleDa", "rowTitleEn", "rowAddDa", "rowAddEn", "rowRemoveDa", "rowRemoveEn",
  ],
  choices: ["question", "field", "value", "da", "en", "level", "reason"],
  fields: ["question", "name", "type", "titleDa", "titleEn", "descriptionDa", "descriptionEn", "required", "min", "max", "maxLength", "lines"],
} as const;
export type SheetName = keyof typeof SHEETS;
export const EVIDENCE = ["none", "optional", "required"] as const;
/** Rows of the first sheet. */
export const FACTS = ["title", "description", "minutes"] as const;

/** What the codes of a workbook are called in one language. */
export function sheetWords(language: Language) {
  const t = translate(language, "builder");
  return {
    sheet: (name: SheetName) => String(t(`builder:sheet.${name}`)), column: (name: string) => String(t(`builder:column.${name}`)), fact: (name: (typeof FACTS)[number]) => String(t(`builder:fact.${name}`)),
    type: (name: string) => String(t(`builder:type.${name}`)), level: (name: Level) => String(t(`words:level.${name}`)), evidence: (name: string) => String(t(`builder:evidence.${name}`)), flag: (value: boolean) => String(t(value ? "builder:yes" : "builder:no")),
  };
}
export type SheetWords = ReturnType<typeof sheetWords>;

/** A word in either language, or the code itself, without regard to capitals: code by word. */
function both<T extends string>(codes: readonly T[], say: (words: SheetWords, code: T) => string): Map<string, T> {
  const all = languages.map(sheetWords);
  return new Map(codes.flatMap((code) => [[code.toLowerCase(), code] as const, ...all.map((words) => [say(words, code).toLowerCase(), code] as const)]));
}

/** Reads the words of a workbook, whichever language it was written in. */
export function readWords() {
  const sheets = Object.keys(SHEETS) as SheetName[];
  return {
    sheet: both(sheets, (words, name) => words.sheet(name)), column: (sheet: SheetName) => both<string>(SHEETS[sheet], (words, name) => words.column(name)), fact: both(FACTS, (words, name) => words.fact(name)),
    type: both(QUESTION_TYPES, (words, name) => words.type(name)), level: both(LEVELS, (words, name) => words.level(name)), evidence: both(EVIDENCE, (words, name) => words.evidence(name)),
    flag: new Map([...both(["true", "false"], (words, value) => words.flag(value === "true")), ["1", "true"], ["0", "false"], ["x", "true"]] as [string, "true" | "false"][]),
  };
}
