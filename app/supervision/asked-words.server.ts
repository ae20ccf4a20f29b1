import type { Concept } from "#app/questionnaire/types.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";

/** What a request's message says is asked for: the concept that carries it, and after it what is asked along. */
export function askedWords(language: Language, concept: Concept, supplements: readonly Concept[], agreement: string): string {
  const t = translate(language, "supervision");
  const along = supplements.map((one) => String(t(`message.along.${one}`)));
  const [only] = along;
  const more = along.length > 1 ? [[t("message.alsoList"), ...along.map((one) => `– ${one}`)].join("\n")] : only ? [t("message.also", { along: only })] : [];
  return [t(`message.ask.${concept}`, { agreement }), ...more].join("\n\n");
}
