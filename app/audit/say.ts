import type { TFunction } from "i18next";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { formatBytes, formatDate, formatDateTime } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";

/** Where the words of a recorded code stand, by the name it was recorded under. */
const wordsOf: Record<string, string> = { outcome: "outcome", level: "level", claimed: "level", severity: "severity", roles: "role", before: "role", after: "role", from: "finding", verdict: "verdict" };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What happened, in words ("Anmodning er sendt"); an action without words is shown as it was recorded. `t` is the audit texts'. */
export function sayAction(t: TFunction, action: string): string {
  return t(`actions.${action}`, { defaultValue: action });
}

/** A recorded fact as name and value in words. */
export function sayDetail(t: TFunction, language: Language, [name, value]: readonly [string, string]): { name: string; value: string } {
  const [first = "", ...deeper] = name.split(".");
  const spoken = deeper.length === 0 ? t(`detail.${first}`, { defaultValue: first }) : name.split(".").map((part) => t(`detail.${part}`, { defaultValue: part })).join(", ");
  return { name: spoken, value: sayValue(t, language, first in wordsOf ? first : (deeper.at(-1) ?? first), value) };
}

function sayValue(t: TFunction, language: Language, name: string, value: string): string {
  if (value === "true" || value === "false") return t(value === "true" ? "yes" : "no");
  if (isIsoDate(value)) return formatDate(value, language);
  if (INSTANT.test(value)) return formatDateTime(value, language);
  if (name === "size" && /^\d{1,15}$/.test(value)) return formatBytes(Number(value), language);
  if (name === "changed") return listed(value, (part) => t(`detail.${part}`, { defaultValue: part }));
  const group = wordsOf[name];
  return group === undefined ? value : listed(value, (part) => (/^[a-z-]+$/.test(part) ? t(`words:${group}.${part}`, { defaultValue: part }) : part));
}

function listed(value: string, say: (part: string) => string): string {
  return value.split(", ").map(say).join(", ");
}
