import type { Localized } from "../types.ts";
import type { DraftQuestion } from "./draft.ts";

/** Whether a text stands in Danish only. */
export const isUntranslated = ({ da, en }: Localized): boolean => da.trim() !== "" && en.trim() === "";

/** Every text of a question, shown or not. */
export function textsOf({ title, description, choices, evidence, evidenceText, comment, commentText, reasonText, rows }: DraftQuestion): Localized[] {
  const fields = rows === null ? [] : [rows.title, rows.add, rows.remove, ...rows.fields.flatMap((field) => [field.title, field.description, ...field.choices.map(({ text }) => text)])];
  return [title, description, ...choices.map(({ text }) => text), ...(evidence === "none" ? [] : [evidenceText]), ...(comment ? [commentText, reasonText] : []), ...fields];
}
