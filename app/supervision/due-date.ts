import { addDays, daysBetween, isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** Days a processor has to answer unless the controller says otherwise, and the most it may be given at once. */
export const DEFAULT_DAYS = 30;
export const MOST_DAYS = 366;

/** 1970-01-01 was a Thursday; 0 is Monday. */
const weekday = (day: IsoDate) => (((daysBetween("1970-01-01", day) + 3) % 7) + 7) % 7;

/** The day so many days later; a Saturday or Sunday gives the Monday after. */
export function workdayAfter(day: IsoDate, days: number = DEFAULT_DAYS): IsoDate {
  const due = addDays(day, days);
  return weekday(due) > 4 ? addDays(due, 7 - weekday(due)) : due;
}

/** Whether a day may be a due date: it exists, is after today and at most a year away. */
export function isDueDate(day: string, today: IsoDate): boolean {
  return isIsoDate(day) && daysBetween(today, day) >= 1 && daysBetween(today, day) <= MOST_DAYS;
}
