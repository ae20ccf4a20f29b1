import { markOf } from "../mark.server.ts";
import type { DraftChange } from "./change-draft.ts";
import { placeOf, type Draft, type DraftPage, type DraftQuestion } from "./draft.ts";

export const markOfQuestion = (question: DraftQuestion): string => markOf(question);
/** Of a page's own texts and condition, not of its questions. */
export const markOfPage = ({ name, title, description, condition }: DraftPage): string => markOf({ name, title, description, condition });
/** Of the texts of the questionnaire itself. */
export const markOfSettings = ({ title, description, minutes }: Draft): string => markOf({ title, description, minutes });

/** The mark of what a step writes over; "" where that is gone, or it writes over nothing. */
export function markOfTarget(draft: Draft, change: DraftChange): string {
  if (change.kind === "settings") return markOfSettings(draft);
  if (change.kind === "question") {
    const place = placeOf(draft, change.question.name);
    return place ? markOfQuestion(place.question) : "";
  }
  const page = change.kind === "page" ? draft.pages.find(({ name }) => name === change.name) : undefined;
  return page ? markOfPage(page) : "";
}
