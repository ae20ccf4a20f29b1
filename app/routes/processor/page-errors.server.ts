import type { VersionedAnswer } from "#app/questionnaire/form-props.ts";
import { answerText, presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { PlainQuestion } from "#app/questionnaire/present.ts";
import { fieldNames } from "#app/questionnaire/read-form.ts";
import type { PageOutcome } from "#app/supervision/save-page.server.ts";
import type { StoredAnswer } from "#app/supervision/answering.server.ts";
import { formatDate, formatDateTime } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";

/**
 * A form that comes back: what was typed, and a message at each question that was not saved. Where a colleague was first, their answer is
 * told; the form then carries their version, so that saving again keeps one's own.
 */
export function pageErrors({ frozen, typed, problems, conflicts, locked }: PageOutcome, language: Language): { typed: Record<string, VersionedAnswer>; errors: Record<string, string>; summary: Record<string, string> } {
  const t = translate(language, "supervision");
  const questions = presentQuestionnaire(frozen, language).pages.flatMap(({ items }) => items);
  const inWords = (question: string, { value, comment }: StoredAnswer) => {
    const plain = questions.find((item): item is PlainQuestion => item.name === question && item.type !== "file");
    const say = { yes: String(t("questionnaire:yes")), no: String(t("questionnaire:no")), day: (day: string) => formatDate(day, language) };
    return [(plain && answerText(plain, value, say)) ?? String(t("questionnaire:noAnswer")), comment].filter(Boolean).join(" · ").slice(0, 500);
  };
  const errors: Record<string, string> = {};
  for (const { question, code, message } of problems) errors[question] ??= message ?? String(t(`questionnaire:problem.${code}`));
  for (const { question, theirs } of conflicts) {
    errors[question] = String(t("answer.conflict", { name: theirs.byName, at: formatDateTime(theirs.at, language), answer: inWords(question, theirs) }));
    const mine = typed[question];
    if (mine) typed[question] = { ...mine, version: theirs.version };
  }
  for (const question of locked) errors[question] ??= String(t("questionnaire:problem.locked"));
  const summary = Object.fromEntries(Object.entries(errors).map(([question, message]) => [fieldNames.value(question), message]));
  return { typed, errors, summary };
}
