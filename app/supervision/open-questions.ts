import { namesIn, parseExpression } from "#app/questionnaire/expression.ts";
import { questionOf } from "#app/questionnaire/evidence-slots.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";

/**
 * The questions that may change after a return: those sent back, their places for evidence, and the questions that only stand there because
 * of an answer to one of them (a "yes" to breaches opens the list of breaches). Everything else stays locked (product.md §3).
 */
export function openQuestions({ survey }: Pick<FrozenQuestionnaire, "survey">, returned: readonly string[]): ReadonlySet<string> {
  const open = new Set(returned);
  const refersToOpen = (condition: string | undefined) => {
    const expression = condition ? parseExpression(condition) : null;
    return expression !== null && namesIn(expression).some((name) => open.has(name));
  };
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const page of survey.pages) {
      for (const { name, type, visibleIf } of page.elements) {
        if ((type === "file" && open.has(questionOf(name))) || refersToOpen(visibleIf) || refersToOpen(page.visibleIf)) open.add(name);
      }
    }
  }
  return open;
}
