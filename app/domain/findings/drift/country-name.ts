const [danish, english] = ["da", "en"].map((language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" })) as [Intl.DisplayNames, Intl.DisplayNames];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
const BY_ENGLISH = new Map(CODES.map((code) => [english.of(code)?.toLowerCase(), danish.of(code)?.toLowerCase()]));

/** A country as people write it ("DK", "Denmark", "danmark") by its Danish name in lower case; what is no country stays as written, in lower case. */
export function countryName(written: string): string {
  const text = written.trim().replace(/\s+/g, " ");
  return (/^[a-z]{2}$/i.test(text) ? danish.of(text.toUpperCase())?.toLowerCase() : BY_ENGLISH.get(text.toLowerCase())) ?? text.toLowerCase();
}
