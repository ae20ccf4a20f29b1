import { listCatalogues } from "#app/questionnaire/catalogues/built-in.ts";
import { refOf } from "#app/questionnaire/catalogues/item-refs.ts";
import { inLanguage } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import type { Language } from "#app/text/language.ts";

export type RequirementChoice = { ref: string; text: string };
const LONGEST = 110;

/** Every item of the catalogues that a question may test, with the beginning of its text. */
export function requirementChoices(language: Language): RequirementChoice[] {
  return listCatalogues().flatMap((catalogue) => catalogue.items.map((item) => {
    const text = inLanguage(item.text, language);
    return { ref: refOf(catalogue, item), text: text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text };
  }));
}
