import type { TFunction } from "i18next";
import type { Language } from "./language.ts";

/** Instants arrive as Date or ISO string; plain days ("2026-11-22") as string, without a time zone. */
export type Moment = Date | string;

const zone = "Europe/Copenhagen";
const plainDay = /^\d{4}-\d{2}-\d{2}$/;
const number = { da: "da-DK", en: "en-GB" } as const;
// American month names are three letters also in September; the order of the parts is ours.
const month = {
  da: new Intl.DateTimeFormat("da-DK", { month: "short", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" }),
};
const inCopenhagen = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

/** The calendar day in Copenhagen of a moment, as "2026-11-22"; a plain day is its own. */
export function dayOf(moment: Moment): string {
  if (typeof moment === "string" && plainDay.test(moment)) return moment;
  const parts = partsOf(moment);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** "22. nov. 2026" / "22 Nov 2026". */
export function formatDate(moment: Moment, language: Language): string {
  const day = new Date(`${dayOf(moment)}T12:00:00Z`);
  const name = month[language].format(day);
  return language === "da"
    ? `${day.getUTCDate()}. ${name} ${day.getUTCFullYear()}`
    : `${day.getUTCDate()} ${name} ${day.getUTCFullYear()}`;
}

/** The short name of a month given as "2026-11": "nov." / "Nov". */
export function formatMonth(yearMonth: string, language: Language): string {
  return month[language].format(new Date(`${yearMonth}-15T12:00:00Z`));
}

/** The name of a month given as "2026-11": "november" / "November". */
export function formatMonthName(yearMonth: string, language: Language): string {
  return new Intl.DateTimeFormat(number[language], { month: "long", timeZone: "UTC" }).format(new Date(`${yearMonth}-15T12:00:00Z`));
}

/** Date and clock time in Copenhagen: "22. nov. 2026 kl. 14.05" / "22 Nov 2026, 14:05". */
export function formatDateTime(moment: Moment, language: Language): string {
  const { hour, minute } = partsOf(moment);
  return language === "da"
    ? `${formatDate(moment, language)} kl. ${hour}.${minute}`
    : `${formatDate(moment, language)}, ${hour}:${minute}`;
}

/** Whole calendar days in Copenhagen from one moment to another; negative when the second is earlier. */
export function daysBetween(from: Moment, to: Moment): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
}

/** How long until a due day: "i dag", "om 3 dage", "3 dage over". */
export function formatDue(days: number, t: TFunction): string {
  if (days === 0) return t("words:time.today");
  if (days === 1) return t("words:time.tomorrow");
  return days > 0 ? t("words:time.inDays", { count: days }) : t("words:time.overDays", { count: -days });
}

/** How long ago something was: "i dag", "i går", "for 3 dage siden"; days count upwards into the past. */
export function formatAgo(days: number, t: TFunction): string {
  if (days <= 0) return t("words:time.today");
  return days === 1 ? t("words:time.yesterday") : t("words:time.daysAgo", { count: days });
}

/** "10.000" / "10,000"; at most `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(number[language], { maximumFractionDigits: decimals }).format(value);
}

/** A percentage given as 0–100: "85 %" / "85%". */
export function formatPercent(value: number, language: Language): string {
  return language === "da" ? `${formatNumber(value, language)}\u00a0%` : `${formatNumber(value, language)}%`;
}

/** Size of a file in decimal units: "340 byte", "1,2 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const units = ["byte", "kB", "MB", "GB", "TB"] as const;
  let value = bytes;
  let place = 0;
  while (value >= 999.5 && place < units.length - 1) {
    value /= 1000;
    place += 1;
  }
  const unit = place === 0 && language === "en" && bytes !== 1 ? "bytes" : units[place];
  return `${formatNumber(value, language, value < 10 && place > 0 ? 1 : 0)}\u00a0${unit}`;
}

function partsOf(moment: Moment) {
  const found: Record<string, string> = {};
  for (const part of inCopenhagen.formatToParts(typeof moment === "string" ? new Date(moment) : moment)) found[part.type] = part.value;
  return found as { year: string; month: string; day: string; hour: string; minute: string };
}
