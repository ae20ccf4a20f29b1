import type { QuestionType } from "./types.ts";

/** What a survey may hold: the shape of each permitted property. Everything else is refused. */
export type Shape =
  | "text" // localized text, or a plain one
  | "name"
  | "flag"
  | "false"
  | "expression"
  | "count" // whole number, 0 to 10,000
  | "limit" // number or ISO day
  | "locale"
  | "inputType"
  | "elements"
  | "fields"
  | "pages"
  | "choices"
  | "validators";

export const limits = {
  /** Fifty special requirements of the longest kind in both languages fit beside the largest questionnaire. */
  characters: 600_000,
  depth: 12,
  pages: 20,
  questions: 400,
  choices: 60,
  fields: 12,
  validators: 4,
  text: 4_000,
} as const;

export const surveyProperties: Record<string, Shape> = { locale: "locale", title: "text", description: "text", pages: "pages" };
export const pageProperties: Record<string, Shape> = { name: "name", title: "text", description: "text", visibleIf: "expression", elements: "elements" };

const common: Record<string, Shape> = {
  type: "name", name: "name", title: "text", description: "text", isRequired: "flag", visibleIf: "expression", requiredIf: "expression", validators: "validators",
};
const commented: Record<string, Shape> = { showCommentArea: "flag", commentText: "text" };

export const elementProperties: Record<QuestionType, Record<string, Shape>> = {
  radiogroup: { ...common, ...commented, choices: "choices" },
  dropdown: { ...common, ...commented, choices: "choices", placeholder: "text" },
  checkbox: { ...common, ...commented, choices: "choices" },
  boolean: { ...common, ...commented, labelTrue: "text", labelFalse: "text" },
  text: { ...common, inputType: "inputType", min: "limit", max: "limit", maxLength: "count", placeholder: "text" },
  comment: { ...common, rows: "count", maxLength: "count", placeholder: "text" },
  paneldynamic: { ...common, templateElements: "fields", templateTitle: "text", panelCount: "count", minPanelCount: "count", maxPanelCount: "count", addPanelText: "text", removePanelText: "text" },
  file: { ...common, storeDataAsText: "false", allowMultiple: "flag" },
};

export const validatorProperties: Record<string, Record<string, Shape>> = {
  expression: { type: "name", text: "text", expression: "expression" },
  email: { type: "name", text: "text" },
  numeric: { type: "name", text: "text", minValue: "limit", maxValue: "limit" },
  text: { type: "name", text: "text", minLength: "count", maxLength: "count" },
};

/** Kinds of field that may stand inside a repeated panel. */
export const fieldTypes: readonly QuestionType[] = ["radiogroup", "dropdown", "checkbox", "boolean", "text", "comment"];
