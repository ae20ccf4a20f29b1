/** The languages of the portal; Danish comes first and is the default. */
export const languages = ["da", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "da";

/** Whether a value from outside names one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return value === "da" || value === "en";
}
