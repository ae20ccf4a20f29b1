import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { PlainQuestion } from "#app/questionnaire/present.ts";
import type { Mistake, Place } from "#app/questionnaire/offline/read-sheets.ts";
import type { FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { ImportPlan } from "#app/supervision/offline/plan-import.server.ts";

/** What came of a workbook, as the page shows it: nothing of it has been saved. `content` is what may be saved as it stands, per part. */
export type PresentedPlan = {
  mistakes: (Mistake & { title: string })[];
  conflicts: { question: PlainQuestion; place: Place; mine: { value: unknown; comment: string | null }; theirs: { value: unknown; comment: string; byName: string; at: string }; content: string }[];
  hidden: { title: string; place: Place }[];
  missing: { title: string; place: Place | null }[];
  right: number;
  content: string;
};

/** A plan that could not be carried out whole, with the questions' titles in the reader's language. */
export function presentPlan({ changes, conflicts, mistakes, hidden, missing }: ImportPlan, frozen: FrozenQuestionnaire, language: Language): PresentedPlan {
  const questions = new Map(presentQuestionnaire(frozen, language).pages.flatMap(({ items }) => items).flatMap((item) => (item.type === "file" ? [] : [[item.name, item] as const])));
  const titleOf = (question: string | null) => (question === null ? "" : (questions.get(question)?.title ?? question));
  const stored = ({ question, value, comment, version }: { question: string; value: unknown; comment: string | null; version: number }) => ({ question, value, comment, version });
  return {
    mistakes: mistakes.map((mistake) => ({ ...mistake, title: titleOf(mistake.question) })),
    conflicts: conflicts.map((one) => ({
      question: questions.get(one.question)!, place: one.place, mine: { value: one.value, comment: one.comment }, content: JSON.stringify(stored(one)),
      theirs: { value: one.theirs.value, comment: one.theirs.comment, byName: one.theirs.byName, at: one.theirs.at },
    })),
    hidden: hidden.map(({ question, place }) => ({ title: titleOf(question), place })),
    missing: missing.map(({ question, place }) => ({ title: titleOf(question), place })),
    right: changes.length,
    content: JSON.stringify(changes.map(stored)),
  };
}
