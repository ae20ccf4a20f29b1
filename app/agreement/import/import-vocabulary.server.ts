import { translate } from "#app/text/translate.server.ts";
import { vocabularyOf } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

let vocabulary: Vocabulary | null = null;

/** The words of both languages, made once. */
export function importVocabulary(): Vocabulary {
  vocabulary ??= vocabularyOf((["da", "en"] as const).map((language) => (key) => String(translate(language, "imports")(key))));
  return vocabulary;
}
