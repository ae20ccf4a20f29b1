import type { InputType, QuestionType, SurveyElement } from "../types.ts";
import type { DraftType } from "./question-types.ts";

/** How each type of question is written in SurveyJS. */
export const surveyTypes: Readonly<Record<DraftType, { type: QuestionType; inputType?: InputType }>> = {
  single: { type: "radiogroup" },
  multiple: { type: "checkbox" },
  "drop-down": { type: "dropdown" },
  "yes-no": { type: "boolean" },
  text: { type: "text", inputType: "text" },
  "long-text": { type: "comment" },
  number: { type: "text", inputType: "number" },
  date: { type: "text", inputType: "date" },
  email: { type: "text", inputType: "email" },
  rows: { type: "paneldynamic" },
  file: { type: "file" },
};

/** The type of a SurveyJS question. */
export function draftTypeOf({ type, inputType = "text" }: Pick<SurveyElement, "type" | "inputType">): DraftType {
  const found = Object.entries(surveyTypes).find(([, one]) => one.type === type && (one.type !== "text" || one.inputType === inputType));
  return (found?.[0] ?? "text") as DraftType;
}
