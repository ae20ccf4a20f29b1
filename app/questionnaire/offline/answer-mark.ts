import { canonicalJson } from "../canonical-json.ts";
import { isBlank } from "../answers.ts";

/** What a workbook remembers of an answer as it stood when the workbook was fetched: its version, and a print of its content. */
export type AnswerMark = { version: number; print: string };
type Content = { value: unknown; comment: string | null };

/** A short print (FNV-1a, 32 bits) by which a changed answer is told from an untouched one. Not a secret, and no proof of anything. */
export function printOf({ value, comment }: Content): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(canonicalJson([settled(value), settled(comment)]))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** What does not change an answer is taken out: blanks around texts, blank members of a panel, the order of ticks. */
function settled(value: unknown): unknown {
  if (isBlank(value)) return null;
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").trim();
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? value.toSorted() : value.map(settled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isBlank(one)).map(([key, one]) => [key, settled(one)]));
}

export const markText = (version: number, content: Content) => `${version}-${printOf(content)}`;

/** The mark in a cell, or null when somebody has changed it. */
export function readMark(cell: unknown): AnswerMark | null {
  const [, version, print] = (typeof cell === "string" ? /^(\d{1,9})-([0-9a-f]{8})$/.exec(cell.trim()) : null) ?? [];
  return version && print ? { version: Number(version), print } : null;
}
