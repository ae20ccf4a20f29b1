import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";

/** Words by their key, each looked up once, as hundreds of thousands of cells need it; `otherwise` where there is none. */
export function wordsIn(language: Language): (key: string, otherwise?: string) => string {
  const t = translate(language, "imports");
  const known = new Map<string, string>();
  return (key, otherwise = key) => {
    let word = known.get(key);
    if (word === undefined) known.set(key, (word = String(t(key as "title", { defaultValue: otherwise }))));
    return word;
  };
}
