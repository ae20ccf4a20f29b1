import { toSurveyData } from "./answers.ts";
import { countEvidence, questionOf } from "./evidence-slots.ts";
import type { Answers, EvidenceCount, FrozenQuestionnaire, InputType, Language, Localized, QuestionType, SurveyElement } from "./types.ts";
import { isShown } from "./visible.ts";

/** A question in one language, as plain data: for the form without JavaScript, the viewer and the PDF. */
export type PlainQuestion = {
  name: string;
  type: Exclude<QuestionType, "file">;
  inputType: InputType;
  title: string;
  description: string | null;
  required: boolean;
  visible: boolean;
  /** Whether it depends on other answers. */
  conditional: boolean;
  choices: { value: string; text: string }[];
  commentLabel: string | null;
  /** Fields of a repeated block, and what one is called. */
  fields: PlainQuestion[];
  panelTitle: string | null;
  addText: string | null;
  removeText: string | null;
  panels: { most: number };
  min: string | number | null;
  max: string | number | null;
  maxLength: number | null;
  rows: number;
};

/** A place for evidence: `question` is the question it belongs to, or null where the files are the answer; `asked` = missing files cost the answer its level. */
export type PlainEvidence = { name: string; type: "file"; question: string | null; title: string; description: string | null; required: boolean; asked: boolean; visible: boolean; conditional: boolean; files: number };
export type PlainItem = PlainQuestion | PlainEvidence;
export type PlainPage = { name: string; title: string; description: string | null; visible: boolean; items: PlainItem[] };
export type PlainQuestionnaire = { title: string; description: string | null; minutes: number; pages: PlainPage[] };

/** The questionnaire in one language, page by page; what the answers hide is there too, marked as not visible. */
export function presentQuestionnaire(frozen: FrozenQuestionnaire, language: Language, answers: Answers = {}, evidence: EvidenceCount = {}): PlainQuestionnaire {
  const data = toSurveyData(answers);
  const { survey } = frozen;
  const names = new Set(survey.pages.flatMap((page) => page.elements.map(({ name }) => name)));
  const pages = survey.pages.map((page): PlainPage => {
    const shown = isShown(page.visibleIf, data);
    const items = page.elements.map((element): PlainItem => {
      // files once handed in stay in sight, whatever the answer has become
      const visible = shown && (isShown(element.visibleIf, data) || (element.type === "file" && countEvidence(evidence, element.name) > 0));
      return element.type === "file" ? presentEvidence(element, language, visible, names, evidence, frozen.scoring) : presentQuestion(element, language, visible);
    });
    return { name: page.name, title: inLanguage(page.title, language) ?? "", description: inLanguage(page.description, language), visible: items.some(({ visible }) => visible), items };
  });
  return { title: inLanguage(survey.title, language) ?? "", description: inLanguage(survey.description, language), minutes: frozen.minutes, pages };
}

function presentQuestion(element: SurveyElement, language: Language, visible: boolean): PlainQuestion {
  const text = (localized: Localized | undefined) => inLanguage(localized, language);
  return {
    name: element.name,
    type: element.type as PlainQuestion["type"],
    inputType: element.inputType ?? "text",
    title: text(element.title) ?? element.name,
    description: text(element.description),
    required: element.isRequired ?? false,
    visible,
    conditional: element.visibleIf !== undefined,
    choices: (element.choices ?? []).map((choice) => ({ value: choice.value, text: text(choice.text) ?? choice.value })),
    commentLabel: element.showCommentArea ? (text(element.commentText) ?? "") : null,
    fields: (element.templateElements ?? []).map((field) => presentQuestion(field, language, visible)),
    panelTitle: text(element.templateTitle),
    addText: text(element.addPanelText),
    removeText: text(element.removePanelText),
    panels: { most: element.maxPanelCount ?? 20 },
    min: element.min ?? null,
    max: element.max ?? null,
    maxLength: element.maxLength || null,
    rows: element.rows ?? 3,
  };
}

function presentEvidence(element: SurveyElement, language: Language, visible: boolean, names: ReadonlySet<string>, evidence: EvidenceCount, scoring: FrozenQuestionnaire["scoring"]): PlainEvidence {
  const question = questionOf(element.name);
  return {
    name: element.name,
    type: "file",
    question: names.has(question) ? question : null,
    title: inLanguage(element.title, language) ?? element.name,
    description: inLanguage(element.description, language),
    required: element.isRequired ?? false,
    asked: element.isRequired === true || scoring[question]?.evidence === "required",
    visible,
    conditional: element.visibleIf !== undefined,
    files: countEvidence(evidence, element.name),
  };
}

/** A localized text in the language asked for, else in Danish. */
function inLanguage(text: Localized | string | undefined, language: Language): string | null {
  if (text === undefined) return null;
  return typeof text === "string" ? text : text[language] || text.da;
}

/** An answer as a person reads it: the chosen texts, the day, the text; null when there is none. Panels are left to the caller. */
export function answerText(question: PlainQuestion, value: unknown, say: { yes: string; no: string; day: (isoDay: string) => string }): string | null {
  if (value === null || value === undefined || value === "" || Array.isArray(value) && value.length === 0) return null;
  const choice = (one: unknown) => question.choices.find((each) => each.value === one)?.text ?? String(one);
  if (question.type === "boolean") return value === true ? say.yes : say.no;
  if (question.type === "checkbox") return Array.isArray(value) ? value.map(choice).join("; ") : null;
  if (question.type === "radiogroup" || question.type === "dropdown") return choice(value);
  if (question.type === "paneldynamic") return null;
  return question.inputType === "date" && typeof value === "string" ? say.day(value) : String(value as string | number);
}
