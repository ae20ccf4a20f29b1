import type { Question, SurveyModel } from "survey-core";

/**
 * Names for fields that SurveyJS 3.0.0 leaves without one: the comment beside a question, the browser's own select, and
 * decorative buttons. Called for each question as it is drawn.
 */
export function nameFields(model: SurveyModel): void {
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    nameComment(question, htmlElement);
    const title = htmlElement.querySelector('[id$="_ariaTitle"]')?.id;
    for (const select of htmlElement.querySelectorAll("select")) if (title) select.setAttribute("aria-labelledby", title);
    for (const button of htmlElement.querySelectorAll('button[tabindex="-1"]')) {
      if (!button.textContent?.trim()) button.setAttribute("aria-hidden", "true");
    }
  });
}

function nameComment(question: Question, element: HTMLElement): void {
  const area = element.querySelector(".sd-question__comment-area textarea");
  if (!area) return;
  area.setAttribute("aria-label", `${question.title}: ${question.commentText}`);
  area.removeAttribute("aria-required");
}
