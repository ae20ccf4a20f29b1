import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import { formatDate } from "#app/text/format.ts";
import { UNCHANGED } from "../answer-levels.ts";
import type { Localized, ScoringRule, SurveyElement } from "../types.ts";
import { fill, harmless, same } from "./fill.ts";
import type { ShownStatement } from "./shown-statement.ts";

/**
 * The question as a short confirmation: the statement shows this; has anything changed? One click where nothing has. Where something has, it
 * is answered as ever, so the answer is worth what it always was, with the evidence it always needed.
 */
export function confirmed(element: SurveyElement, what: Localized): SurveyElement {
  const changed = (element.choices ?? []).map(({ value, text }) => ({ value, text: fill(phrases.changedPrefix, { choice: { da: lower(text.da), en: lower(text.en) } }) }));
  return { ...element, description: what, choices: [{ value: UNCHANGED, text: phrases.unchanged }, ...changed] };
}

/** Its score: unchanged is met. */
export const confirmedRule = (rule: ScoringRule): ScoringRule => ({ ...rule, levels: { [UNCHANGED]: "met", ...rule.levels } });

/** "Jeres erklæring »ISAE 3000« (til 30. sep. 2025) omfatter dette (kontrolmål B). Har noget ændret sig?" */
export function shownWords({ title, until, asAt }: ShownStatement, letters: readonly string[]): Localized {
  const date = { da: formatDate(until, "da"), en: formatDate(until, "en") };
  const objectives = letters.length === 0 ? phrases.shownSpecial : fill(phrases.shownObjectives, { letters: same(letters.join(", ")) });
  return fill(phrases.shown, { title: same(harmless(title)), until: fill(asAt ? phrases.shownAsAt : phrases.shownUntil, { date }), objectives });
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
