import { CustomError, settings, SurveyModel } from "survey-core";
import "survey-core/i18n/danish";
import { toSurveyData } from "./answers.ts";
import { questionOf } from "./evidence-slots.ts";
import type { EvidenceBySlot } from "./form-props.ts";
import { nameFields } from "./survey-labels.client.ts";
import type { Answers, FrozenQuestionnaire, Language, SurveyElement } from "./types.ts";

settings.titleTags = { ...settings.titleTags, survey: "h2", page: "h2", panel: "h4", question: "h3" };
settings.animationEnabled = false;

type Input = { frozen: FrozenQuestionnaire; answers: Answers; evidence: EvidenceBySlot; language: Language; locked: readonly string[]; words: Words };
type Words = { optional: string; outOfRange: string; comment: string };

/** The questionnaire as a SurveyJS model for a person to answer: free movement between pages, nothing of SurveyJS's own around it. */
export function createModel({ frozen, answers, evidence, language, locked, words }: Input): SurveyModel {
  const model = new SurveyModel({
    ...frozen.survey,
    locale: language,
    pages: frozen.survey.pages.map((page) => ({ ...page, elements: page.elements.map((element) => forScreen(element, words, isAsked(frozen, element))) })),
  });
  model.generateStylesheet = false; // its <style> elements would break the content security policy; survey-styles.client.ts does it
  model.showTitle = false;
  model.showCompletePage = false;
  model.showNavigationButtons = false;
  model.showProgressBar = false;
  model.showQuestionNumbers = "off";
  model.checkErrorsMode = "onComplete";
  model.clearInvisibleValues = "none";
  model.textUpdateMode = "onTyping";
  model.autoFocusFirstQuestion = false;
  model.widthMode = "responsive";
  model.requiredMark = "";
  model.allowResizeComment = true;
  model.data = { ...toSurveyData(answers), ...evidenceData(evidence) };
  for (const question of model.getAllQuestions()) {
    if (locked.includes(question.name)) question.readOnly = true;
  }
  model.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
    const own = question.getType() === "file" && model.getQuestionByName(questionOf(question.name));
    if (own) cssClasses.mainRoot = `${String(cssClasses.mainRoot ?? "")} portal-evidence`;
  });
  nameFields(model);
  return model;
}

/** The files as SurveyJS keeps them: enough to know that there are some. */
export function evidenceData(evidence: EvidenceBySlot): Record<string, unknown> {
  return Object.fromEntries(Object.entries(evidence).filter(([, files]) => files.length > 0).map(([slot, files]) => [slot, asFileValue(files)]));
}

export function asFileValue(files: readonly { id: string; name: string }[]) {
  return files.length > 0 ? files.map(({ id, name }) => ({ name, type: "", content: id })) : undefined;
}

/** Shows what the server says of an answer at its question; an empty text takes it away. */
export function showProblem(model: SurveyModel, name: string, text: string): void {
  const question = model.getQuestionByName(name);
  if (!question) return;
  question.clearErrors();
  if (text) question.addError(new CustomError(text, model));
}

/** Evidence that costs the answer its level when missing is not called optional. */
function isAsked({ scoring }: FrozenQuestionnaire, { type, name }: SurveyElement): boolean {
  return type === "file" && scoring[questionOf(name)]?.evidence === "required";
}

/** Turns to the page of a question, and goes to it when the person asked for it. */
export function showQuestion(model: SurveyModel, name: string, focus: boolean): void {
  const question = model.getQuestionByName(name);
  if (!question) return;
  model.currentPage = question.page;
  if (focus) question.focus();
}

/** The question the address names: "#question-breaches" → "breaches"; null when it names none. */
export function questionInAddress(): string | null {
  const [, name] = /^#question-(.+)$/.exec(decodeURIComponent(window.location.hash)) ?? [];
  return name ?? null;
}

function forScreen(element: SurveyElement, words: Words, asked = element.isRequired ?? false): Record<string, unknown> {
  const { optional, outOfRange, comment } = words;
  const mark = (text: string | undefined) => (text && !asked && !element.isRequired ? `${text} (${optional})` : text);
  const title = element.title && { da: mark(element.title.da), en: mark(element.title.en) };
  const screen: Record<string, unknown> = { ...element, title };
  if (element.type === "dropdown") screen.renderAs = "select";
  if (element.showCommentArea && !element.commentText) screen.commentText = comment;
  if (element.type === "text") Object.assign(screen, { minErrorText: outOfRange, maxErrorText: outOfRange });
  if (element.templateElements) screen.templateElements = element.templateElements.map((field) => forScreen(field, words));
  if (element.type === "paneldynamic") screen.displayMode = "list";
  return screen;
}
