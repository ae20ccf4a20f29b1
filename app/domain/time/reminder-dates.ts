import { addDays, compareDates, type IsoDate } from "./iso-date.ts";

/** Days before (negative), on (0) or after the due date on which the processor is reminded. */
export const REMINDER_OFFSETS = [-7, -1, 0, 1, 7] as const;

/** One planned reminder: the day, and how it lies to the due date. */
export type Reminder = { on: IsoDate; offset: (typeof REMINDER_OFFSETS)[number] };

/** The reminder plan of a request, in date order; days on or before the sending are left out. */
export function reminderDates(sentOn: IsoDate, dueOn: IsoDate): Reminder[] {
  return REMINDER_OFFSETS.map((offset) => ({ on: addDays(dueOn, offset), offset })).filter(({ on }) => compareDates(on, sentOn) > 0);
}
