import { firstQuestionnaire } from "../catalogue.ts";
import { blankDraft, type Draft } from "./draft.ts";
import { frozenToDraft } from "./thaw-draft.ts";

export const STARTERS = ["standard", "blank"] as const;
export type Starter = (typeof STARTERS)[number];

/** Questions the portal asks in every request under concept 6, whoever wrote the rest. */
const askedAnyway = ["breaches", "breach_list"];

/** What a new questionnaire begins as: the portal's own for concept 6, or one page with one question. */
export function starterDraft(starter: Starter, title: Draft["title"]): Draft {
  if (starter === "blank") return blankDraft(title);
  const { draft } = frozenToDraft({ ...firstQuestionnaire(6), minutes: null });
  const pages = draft.pages.map((page) => ({ ...page, questions: page.questions.filter(({ name }) => !askedAnyway.includes(name)) })).filter(({ questions }) => questions.length > 0);
  return { ...draft, title, pages };
}

/** A copy to go on with, under a name of its own. */
export function copyOf(draft: Draft): Draft {
  const { da, en } = draft.title;
  return { ...structuredClone(draft), title: { da: `Kopi af ${da}`.slice(0, 4_000), en: en === "" ? "" : `Copy of ${en}`.slice(0, 4_000) } };
}
