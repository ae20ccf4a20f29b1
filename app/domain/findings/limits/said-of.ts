import { statedDurations } from "./stated-durations.ts";
import type { SaidDuration } from "./stated-durations.ts";

/**
 * The words by which an answer says which limit a time belongs to, in Danish and English; the narrower kinds stand before the wider ones,
 * for the first that fits counts ("kritiske opdateringer" are not all of them).
 */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ["critical-patching", /(?<!ikke[- ]|non[- ]?|not )(kritisk|critical)/],
  ["patching", /patch|opdater|update/],
  ["access-review", /gennemg|review|(bruger|adgangs?)kontrol/],
  ["access-closure", /lukke?[rts]?\b|spærre|clos/],
  ["access-revocation", /inddrag|fratr|fratræd|revo[ck]/],
  ["log-retention", /\blog(s|gen|gene|ge|filer|ning)?\b|logge/],
  ["backup-readability", /læsbar|restore-?test|readab/],
  ["backup", /backup|sikkerhedskopi/],
  ["restore", /genetabl|gendan|restor|recover/],
  ["incident-notice", /hændelse|incident/],
  ["breach-notice", /brud|underret|breach|notif/],
  ["subprocessor-notice", /underdatabehandler|underleverandør|sub-?processor/],
  ["statement-sending", /erklæring|statement/],
  ["return-and-erasure", /slet|returner|tilbagelever|eras|delet|return/],
];

/**
 * Which of some kinds of limit a clause is about: the first whose words stand in it; "other" where its words are those of another kind,
 * null where it names none. A question's own kinds are looked for first.
 */
export function saidOf(clause: string, kinds: readonly string[]): string | null {
  const text = clause.toLowerCase();
  const named = WORDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  return named.find((kind) => kinds.includes(kind)) ?? (named.length > 0 ? "other" : null);
}

/** A text in its clauses: "critical ones within 48 hours, the rest within 14 days" are two. A decimal point or comma parts nothing. */
export function clausesOf(text: string): string[] {
  return text.split(/[;:!?\n]|(?<!\d)[.,](?!\d)|\b(?:og|mens|men|and|while|but)\b/iu).map((clause) => clause.trim()).filter(Boolean);
}

/** Every time a text states, with the limit of a question's kinds it is said of; where the question is about one only it is that one, unless the clause names another. */
export function saidDurations(text: string, kinds: readonly string[]): SaidDuration[] {
  return clausesOf(text).flatMap((clause) => {
    const said = saidOf(clause, kinds);
    const about = said === null && kinds.length === 1 ? (kinds[0] ?? null) : said;
    return statedDurations(clause).map((one): SaidDuration => ({ ...one, about }));
  });
}
