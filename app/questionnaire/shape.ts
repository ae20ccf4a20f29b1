import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { isBlank } from "./answers.ts";
import type { SurveyElement } from "./types.ts";

export type ShapeProblem = "wrong-shape" | "not-a-choice" | "too-long" | "not-a-date" | "not-a-number" | "not-an-email" | "out-of-range";

const longest = { text: 200, comment: 10_000 } as const;
/** What is wrong with the shape of a value for this question, or null; a blank is always of the right shape. */
export function checkShape(element: SurveyElement, value: unknown): ShapeProblem | null {
  if (value === undefined || value === null || value === "") return null;
  switch (element.type) {
    case "radiogroup":
    case "dropdown":
      return typeof value !== "string" ? "wrong-shape" : isChoice(element, value) ? null : "not-a-choice";
    case "checkbox":
      if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) return "wrong-shape";
      return new Set(value).size === value.length && value.every((one) => isChoice(element, one as string)) ? null : "not-a-choice";
    case "boolean":
      return typeof value === "boolean" ? null : "wrong-shape";
    case "comment":
      return typeof value !== "string" ? "wrong-shape" : value.length > (element.maxLength || longest.comment) ? "too-long" : null;
    case "text":
      return checkText(element, value);
    case "paneldynamic":
      return checkPanels(element, value);
    case "file":
      return "wrong-shape"; // evidence is never an answer
  }
}

/** Whether a comment may stand beside an answer to this question, and is no longer than 10,000 characters. */
export function checkComment(element: SurveyElement, comment: unknown): ShapeProblem | null {
  if (isBlank(comment)) return null;
  if (typeof comment !== "string" || !element.showCommentArea) return "wrong-shape";
  return comment.length > longest.comment ? "too-long" : null;
}

const isChoice = (element: SurveyElement, value: string) => (element.choices ?? []).some((choice) => choice.value === value);

function checkText(element: SurveyElement, value: unknown): ShapeProblem | null {
  if (element.inputType === "number") {
    if (typeof value !== "number" || !Number.isFinite(value)) return "not-a-number";
    return outside(value, element) ? "out-of-range" : null;
  }
  if (typeof value !== "string") return "wrong-shape";
  if (value.length > (element.maxLength || longest.text)) return "too-long";
  if (element.inputType === "email") return /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,}$/.test(value) ? null : "not-an-email";
  if (element.inputType !== "date") return null;
  if (!isIsoDate(value)) return "not-a-date";
  return outside(value, element) ? "out-of-range" : null;
}

const outside = <T extends number | string>(value: T, { min, max }: SurveyElement) =>
  (typeof min === typeof value && value < (min as T)) || (typeof max === typeof value && value > (max as T));

function checkPanels(element: SurveyElement, value: unknown): ShapeProblem | null {
  if (!Array.isArray(value)) return "wrong-shape";
  if (value.length > (element.maxPanelCount ?? 50)) return "too-long";
  const fields = new Map((element.templateElements ?? []).map((field) => [field.name, field]));
  for (const panel of value as unknown[]) {
    if (typeof panel !== "object" || panel === null || Array.isArray(panel)) return "wrong-shape";
    for (const [name, one] of Object.entries(panel)) {
      const field = fields.get(name);
      const problem = field ? checkShape(field, one) : "wrong-shape";
      if (problem) return problem;
    }
  }
  return null;
}
