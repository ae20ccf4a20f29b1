import { isIsoDate, type IsoDate } from "#app/domain/time/iso-date.ts";
import type { Answers, FrozenQuestionnaire } from "./types.ts";

/** The answer to a question with choices, or null. */
export function choiceOf(answers: Answers, question: string): string | null {
  return textOf(answers, question);
}

/** A written answer without outer blanks, or null when there is none. */
export function textOf(answers: Answers, question: string): string | null {
  const value = Object.hasOwn(answers, question) ? answers[question]?.value : null;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** The comment beside an answer, or null. */
export function commentOf(answers: Answers, question: string): string | null {
  const comment = Object.hasOwn(answers, question) ? answers[question]?.comment : null;
  return comment?.trim() ? comment.trim() : null;
}

/** An answered day, or null. */
export function dayOf(answers: Answers, question: string): IsoDate | null {
  const text = textOf(answers, question);
  return text && isIsoDate(text) ? text : null;
}

/** A yes or no; null when neither is said. */
export function yesOrNo(answers: Answers, question: string): boolean | null {
  const choice = choiceOf(answers, question);
  return choice === "yes" ? true : choice === "no" ? false : null;
}

/** One entry per line of a written answer, blank lines left out. */
export function linesOf(answers: Answers, question: string): string[] {
  return (textOf(answers, question) ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
}

/** The panels of a repeated block; fields as given. */
export function panelsOf(answers: Answers, question: string): Record<string, unknown>[] {
  const value = Object.hasOwn(answers, question) ? answers[question]?.value : null;
  return Array.isArray(value) ? value.filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null && Object.keys(one).length > 0) : [];
}

const prefix = "special_";

/** The special requirements a questionnaire asks about, by id. */
export function listSpecialRequirements({ scoring }: Pick<FrozenQuestionnaire, "scoring">): { id: string; question: string }[] {
  return Object.keys(scoring).filter((name) => name.startsWith(prefix)).map((question) => ({ id: question.slice(prefix.length), question }));
}
