import type { Answer, Answers, FrozenQuestionnaire, SurveyElement } from "./types.ts";
import { listElements } from "./elements.ts";

const commentEnding = "-Comment";

/** Nothing in it: not answered, an empty text or an empty list. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);
}

/** Answers in SurveyJS's shape: `{ question: value, "question-Comment": comment }`, blanks left out. */
export function toSurveyData(answers: Answers): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, { value, comment }] of Object.entries(answers)) {
    if (!isBlank(value)) data[name] = value;
    if (!isBlank(comment)) data[`${name}${commentEnding}`] = comment;
  }
  return data;
}

/** SurveyJS's data as answers per question; names the questionnaire does not hold are dropped. */
export function fromSurveyData(questionnaire: Pick<FrozenQuestionnaire, "survey">, data: Readonly<Record<string, unknown>>): Record<string, Answer> {
  return Object.fromEntries(
    listAnswerable(questionnaire).flatMap(({ name }) => {
      const value = data[name];
      const comment = data[`${name}${commentEnding}`];
      if (isBlank(value) && isBlank(comment)) return [];
      return [[name, { value: value ?? null, comment: typeof comment === "string" && comment.trim() !== "" ? comment : null }]];
    }),
  );
}

/** The questions that hold an answer: all but the places for evidence. */
export function listAnswerable({ survey }: Pick<FrozenQuestionnaire, "survey">): SurveyElement[] {
  return listElements(survey).filter(({ type }) => type !== "file");
}
