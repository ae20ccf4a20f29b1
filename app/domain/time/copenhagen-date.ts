import type { IsoDate } from "./iso-date.ts";

const COPENHAGEN = new Intl.DateTimeFormat("en", { timeZone: "Europe/Copenhagen", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day it is in Denmark at an instant: deadlines are Danish days. */
export function copenhagenDate(instant: Date): IsoDate {
  const parts = COPENHAGEN.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}
