import type { Survey, SurveyElement } from "./types.ts";

/** The questions of a survey in order, without the fields inside repeated panels. */
export function listElements(survey: Survey): SurveyElement[] {
  return survey.pages.flatMap((page) => page.elements);
}
