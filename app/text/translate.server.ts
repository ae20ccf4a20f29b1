import type { TFunction, i18n } from "i18next";
import type { Area } from "./areas.ts";
import { texts as danish } from "./danish.ts";
import { texts as english } from "./english.ts";
import type { Language } from "./language.ts";
import { loadTexts } from "./translator.ts";

let translators: Record<Language, i18n> | null = null;

/** Makes both languages ready in a server process; done once. */
export function loadBothLanguages(): Record<Language, i18n> {
  translators ??= { da: loadTexts("da", danish), en: loadTexts("en", english) };
  return translators;
}

/** Translation outside React (mail, PDF, action messages): `translate("da", "mail")("invitation.subject", { … })`. */
export function translate(language: Language, area: Area): TFunction {
  return loadBothLanguages()[language].getFixedT(null, area);
}
