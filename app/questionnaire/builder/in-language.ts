import type { Localized } from "#app/questionnaire/types.ts";
import type { Language } from "#app/text/language.ts";

/** A text of a draft in the language of who reads it; in Danish where it is not translated. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] || text.da;
}
