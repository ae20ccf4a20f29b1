import { useTranslation } from "react-i18next";
import { isLanguage } from "#app/text/language.ts";
import type { Language } from "#app/text/language.ts";

/** The language the page is drawn in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : "da";
}
