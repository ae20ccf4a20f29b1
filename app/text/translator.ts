import { createInstance } from "i18next";
import type { i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { areas } from "./areas.ts";
import type { Texts } from "./areas.ts";
import { defaultLanguage } from "./language.ts";
import type { Language } from "./language.ts";

const translators = new Map<Language, i18n>();

/** Makes a language ready to use. The server loads both, a browser only the one of its page. */
export function loadTexts(language: Language, texts: Texts): i18n {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    lng: language,
    resources: { [language]: texts },
    ns: [...areas],
    defaultNS: "frame",
    initAsync: false,
    showSupportNotice: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  translators.set(language, translator);
  return translator;
}

/** The translator of a loaded language; falls back to any loaded one, so that an error page always has words. */
export function translatorFor(language: Language): i18n {
  const found = translators.get(language) ?? translators.get(defaultLanguage) ?? [...translators.values()][0];
  if (!found) throw new Error("no texts are loaded");
  return found;
}
