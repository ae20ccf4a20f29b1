import type { Localized } from "../types.ts";

/** Parts of blocks in which there is nothing to fill in: they are shared by all questionnaires, not copied into each. */
const plain = new WeakSet<object>();

/** Replaces every `[[name]]`, once, in all texts: the Danish value under `da`, the English under `en`. What has no blanks is given back as it is. */
export function fill<T>(json: T, values: Readonly<Record<string, Localized>>, language: keyof Localized = "da"): T {
  if (typeof json === "string") return (json.includes("[[") ? json.replace(/\[\[(\w+)\]\]/g, (whole, name: string) => values[name]?.[language] ?? whole) : json) as T;
  if (typeof json !== "object" || json === null || plain.has(json)) return json;
  if (Array.isArray(json)) return settled(json, json.map((one) => fill(one as unknown, values, language)));
  const filled: Record<string, unknown> = {};
  for (const key of Object.keys(json)) filled[key] = fill((json as Record<string, unknown>)[key], values, key === "da" || key === "en" ? key : language);
  return settled(json, filled);
}

/** The same object where filling in changed nothing. Only what holds no blank at all is remembered: another questionnaire may fill what this one left. */
function settled<T extends object>(before: T, after: object): T {
  const members = Object.entries(before);
  if (members.some(([key, one]) => (after as Record<string, unknown>)[key] !== one)) return after as T;
  if (members.every(([, one]) => (typeof one === "string" ? !one.includes("[[") : typeof one !== "object" || one === null || plain.has(one as object)))) plain.add(before);
  return before;
}

/** The same words in both languages. */
export const same = (text: string): Localized => ({ da: text, en: text });

/** Texts one after another, a line each; null when there are none. */
export function joinLines(lines: readonly (Localized | null | undefined)[], between = "\n"): Localized | null {
  const said = lines.filter((line): line is Localized => line !== null && line !== undefined && line.da !== "");
  return said.length === 0 ? null : { da: said.map(({ da }) => da).join(between), en: said.map(({ en }) => en).join(between) };
}

/** A text of the organisation's own, with nothing in it that a form could take for piping or mark-up. */
export function harmless(text: string): string {
  const printable = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "");
  return printable.replaceAll("{", "\uff5b").replaceAll("}", "\uff5d").replace(/<(?=[a-z!/?])/gi, "\u2039").replaceAll("[[", "[\u200b[").trim();
}
