import type { Level } from "#app/domain/scoring/level.ts";
import type { Localized } from "../types.ts";
import type { Condition } from "./condition.ts";
import { hasChoices, type DraftType, type FieldType } from "./question-types.ts";

/** One answer to choose; `level` says what it is worth where the question counts, `reason` that it takes a comment. */
export type DraftChoice = { value: string; text: Localized; level: Level | null; reason: boolean };

/** Limits of what is typed: a number or ISO day for `min` and `max`; characters; lines of the box. */
export type TypedLimits = { min: string | number | null; max: string | number | null; maxLength: number | null; lines: number | null };

export type DraftField = TypedLimits & { name: string; type: FieldType; title: Localized; description: Localized; required: boolean; choices: { value: string; text: Localized }[] };

/** Repeated rows: their fields, how many, and the words on and around them. */
export type DraftRows = { fields: DraftField[]; min: number; max: number; title: Localized; add: Localized; remove: Localized };

export type DraftQuestion = TypedLimits & {
  name: string;
  type: DraftType;
  title: Localized;
  description: Localized;
  required: boolean;
  choices: DraftChoice[];
  /** 0: asked, but not scored. */
  weight: 0 | 1 | 2 | 3;
  critical: boolean;
  /** What it tests, as ids of the catalogues. */
  requirements: string[];
  source: string;
  evidence: "none" | "optional" | "required";
  evidenceText: Localized;
  /** A comment box beside the answer; its label may be empty. */
  comment: boolean;
  commentText: Localized;
  /** What is said where a reason is missing. */
  reasonText: Localized;
  condition: Condition | null;
  rows: DraftRows | null;
};

export type DraftPage = { name: string; title: Localized; description: Localized; condition: Condition | null; questions: DraftQuestion[] };

/** A questionnaire while it is written. `minutes` null: estimated from the questions. */
export type Draft = { title: Localized; description: Localized; minutes: number | null; pages: DraftPage[] };

const nothing = (): Localized => ({ da: "", en: "" });

/** Texts that a new question begins with. */
export const standardTexts = {
  comment: { da: "Beskriv kort, hvordan I gør. Skriv også, hvad der mangler, hvis kravet ikke er helt opfyldt.", en: "Describe briefly how you do this. If the requirement is not fully met, also say what is missing." },
  reason: { da: "Skriv en begrundelse.", en: "Give a reason." },
  evidence: { da: "Dokumentation", en: "Evidence" },
  evidenceOptional: { da: "Vedlæg gerne dokumentation, hvis I har den.", en: "Attach evidence if you have it." },
  evidenceRequired: { da: "Vedlæg dokumentation for svaret.", en: "Attach evidence for your answer." },
  addRow: { da: "Tilføj en række", en: "Add a row" },
  removeRow: { da: "Fjern rækken", en: "Remove the row" },
} as const satisfies Record<string, Localized>;

const choice = (value: string, da: string, en: string, level: Level | null, reason = false): DraftChoice => ({ value, text: { da, en }, level, reason });

const met = () => [choice("met", "Opfyldt", "Met", "met"), choice("partly", "Delvist opfyldt", "Partly met", "partly", true), choice("not-met", "Ikke opfyldt", "Not met", "not-met", true)];
/** Sets of answers that fit most requirements, with the level of each (product.md §4). */
export const choiceSets = {
  met,
  "met-or-not-applicable": () => [...met(), choice("not-applicable", "Ikke relevant", "Not applicable", "not-applicable", true)],
  "yes-partly-no": () => [choice("yes", "Ja", "Yes", "met"), choice("partly", "Delvist", "Partly", "partly", true), choice("no", "Nej", "No", "not-met", true)],
  "yes-no": () => [choice("true", "Ja", "Yes", "met"), choice("false", "Nej", "No", "not-met", true)],
  plain: () => [choice("a", "", "", null), choice("b", "", "", null)],
} satisfies Record<string, () => DraftChoice[]>;
export type ChoiceSet = keyof typeof choiceSets;

export const noLimits = (): TypedLimits => ({ min: null, max: null, maxLength: null, lines: null });

/** A question of a type with nothing written yet. */
export function newQuestion(name: string, type: DraftType): DraftQuestion {
  const counts = type === "single" || type === "yes-no";
  return {
    name, type, title: nothing(), description: nothing(), required: type !== "file", ...noLimits(), weight: counts ? 1 : 0, critical: false, requirements: [], source: "",
    choices: type === "yes-no" ? choiceSets["yes-no"]() : type === "single" ? choiceSets["met-or-not-applicable"]() : hasChoices(type) ? choiceSets.plain() : [],
    evidence: "none", evidenceText: nothing(), comment: counts, commentText: type === "single" ? { ...standardTexts.comment } : nothing(), reasonText: { ...standardTexts.reason },
    condition: null, rows: type === "rows" ? newRows() : null,
  };
}

/** Rows with one field of text. */
export function newRows(): DraftRows {
  return { fields: [newField("f1")], min: 1, max: 20, title: nothing(), add: { ...standardTexts.addRow }, remove: { ...standardTexts.removeRow } };
}

export function newField(name: string): DraftField {
  return { name, type: "text", title: nothing(), description: nothing(), required: false, choices: [], ...noLimits() };
}

export function newPage(name: string, title: Localized = nothing()): DraftPage {
  return { name, title, description: nothing(), condition: null, questions: [] };
}

/** A blank questionnaire: one page with one question. */
export function blankDraft(title: Localized): Draft {
  return { title, description: nothing(), minutes: null, pages: [{ ...newPage("page1", { da: "Side 1", en: "Page 1" }), questions: [newQuestion("q1", "single")] }] };
}

/** All questions in order. */
export const questionsOf = (draft: Pick<Draft, "pages">): DraftQuestion[] => draft.pages.flatMap(({ questions }) => questions);

/** Where a question is, or null. */
export function placeOf(draft: Pick<Draft, "pages">, name: string): { page: DraftPage; at: number; question: DraftQuestion } | null {
  for (const page of draft.pages) {
    const at = page.questions.findIndex((one) => one.name === name);
    if (at >= 0) return { page, at, question: page.questions[at]! };
  }
  return null;
}
