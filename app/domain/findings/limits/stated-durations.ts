import type { LimitUnit } from "../../limits/limit-units.ts";

/** A length of time as somebody wrote it. */
export type Duration = { value: number; unit: LimitUnit; said: string };

/** The same with the kind of limit it is said of ("other": one the question is not about), null where the answer does not say; `asked`: it was asked for as a number. */
export type SaidDuration = Duration & { about: string | null; asked?: boolean };

const UNITS: readonly (readonly [RegExp, LimitUnit])[] = [
  [/^(time|timer|hours?|hrs?|t|h)$/, "hours"],
  [/^(dag|dage|døgn|days?|hverdage?|arbejdsdage?)$/, "days"],
  [/^(uge|uger|weeks?)$/, "weeks"],
  [/^(måned|måneder|mdr|md|months?)$/, "months"],
  [/^(år|years?)$/, "years"],
];

/** The unit a word names, in Danish or English; null for other words. */
export function unitOf(word: string): LimitUnit | null {
  return UNITS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? null;
}

/** Every length of time a text states in digits ("30 dage", "within 48 hours"), in its order; "24/7" and numbers without a unit are none. */
export function statedDurations(text: string): Duration[] {
  return [...text.matchAll(/(?<![\d.,/-])(\d{1,4})[\s\u00a0-]*(\p{L}+)/gu)].flatMap(([said, number, word]): Duration[] => {
    const unit = unitOf(word ?? "");
    return unit ? [{ value: Number(number), unit, said: said.trim() }] : [];
  });
}
