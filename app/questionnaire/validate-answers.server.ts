import { QuestionPanelDynamicModel, type Question } from "survey-core";
import { isBlank, toSurveyData } from "./answers.ts";
import { withQuestion, withSurvey } from "./compiled.server.ts";
import { namesIn, parseExpression } from "./expression.ts";
import { countEvidence } from "./evidence-slots.ts";
import { listElements } from "./elements.ts";
import { checkComment, checkShape, type ShapeProblem } from "./shape.ts";
import type { Answer, Answers, EvidenceCount, FrozenQuestionnaire, Language, SurveyElement } from "./types.ts";

/** `required`: not answered; `rule`: a rule of the questionnaire says no (`message` says why); the rest: the value is of no use. */
export type AnswerProblem = { question: string; code: "unknown-question" | "required" | "rule" | ShapeProblem; message: string | null };

/** `pending`: what must still be put right before the answers can be submitted; it does not hinder saving. */
export type AnswerCheck = { ok: true; answer: Answer; pending: AnswerProblem[] } | { ok: false; problems: AnswerProblem[] };
export type AnswersCheck = { ok: true } | { ok: false; problems: AnswerProblem[] };

/**
 * One answer against the frozen questionnaire, as it is saved: unknown questions and values of the wrong shape are refused;
 * what is merely unfinished (required, or a reason still to be written) is told as pending.
 */
export function validateAnswer(frozen: FrozenQuestionnaire, question: string, { value, comment }: Answer, others: Answers = {}, language: Language = "da"): AnswerCheck {
  const element = listElements(frozen.survey).find(({ name }) => name === question);
  const refuse = (code: AnswerProblem["code"], message: string | null = null): AnswerCheck => ({ ok: false, problems: [{ question, code, message }] });
  if (!element || element.type === "file") return refuse("unknown-question");
  const wrong = checkShape(element, value) ?? checkComment(element, comment);
  if (wrong) return refuse(wrong);
  const answer = { value: isBlank(value) ? null : value, comment: isBlank(comment) ? null : comment };
  const data = toSurveyData({ ...pick(others, referredTo(element)), [question]: answer });
  const problems = withQuestion(element, data, language, (compiled) => errorsOf(compiled));
  const hard = problems.filter(({ type }) => type !== "required" && type !== "custom");
  if (hard.length > 0) return { ok: false, problems: hard.map(({ message }) => ({ question, code: "rule", message })) };
  return { ok: true, answer, pending: problems.map((problem) => toProblem(question, problem)) };
}

/** All answers together, as they are submitted: visible questions only, evidence counted where it is required. `hash` saves computing it. */
export function validateAll(frozen: FrozenQuestionnaire, answers: Answers, evidence: EvidenceCount = {}, { language = "da", hash }: { language?: Language; hash?: string } = {}): AnswersCheck {
  const elements = new Map(listElements(frozen.survey).map((element) => [element.name, element]));
  const problems = Object.entries(answers).flatMap(([question, { value, comment }]): AnswerProblem[] => {
    const element = elements.get(question);
    if (!element || element.type === "file") return [{ question, code: "unknown-question", message: null }];
    const wrong = checkShape(element, value) ?? checkComment(element, comment);
    return wrong ? [{ question, code: wrong, message: null }] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const files = [...elements.values()].filter(({ type, name }) => type === "file" && countEvidence(evidence, name) > 0);
  const data = { ...toSurveyData(answers), ...Object.fromEntries(files.map(({ name }) => [name, [{ name, type: "", content: name }]])) };
  const found = withSurvey(frozen, data, language, (model) =>
    model.getAllQuestions(true).flatMap((question) => errorsOf(question).map((problem) => toProblem(question.name, problem))), hash);
  return found.length === 0 ? { ok: true } : { ok: false, problems: found };
}

type Found = { type: string; message: string };

function errorsOf(question: Question): Found[] {
  question.validate(true);
  const own = question.errors.map((error): Found => ({ type: error.getErrorType(), message: error.getText() }));
  const inner = question instanceof QuestionPanelDynamicModel ? question.panels.flatMap((panel) => panel.questions.flatMap(errorsOf)) : [];
  return [...new Map([...own, ...inner].map((one) => [`${one.type}:${one.message}`, one])).values()];
}

const toProblem = (question: string, { type, message }: Found): AnswerProblem => ({ question, code: type === "required" ? "required" : "rule", message });

function referredTo({ name, requiredIf, validators = [] }: SurveyElement): string[] {
  return [requiredIf, ...validators.map((one) => one.expression)]
    .flatMap((text) => (text ? namesIn(parseExpression(text)!) : []))
    .filter((one) => one !== name);
}

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(answers, name) ? [[name, answers[name]!]] : [])));
