import { addDays, addMonths } from "../time/iso-date.ts";
import { instantOf, localTimeOf } from "../time/copenhagen-time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A period that runs from one instant. `until`: when what it waits for was done, null while it is not. With a deadline it is running or over
 * while it waits, kept or late once it is done; without one (a limit in words) it is open or done, and nobody judges.
 */
export type Clock = { from: Date; until: Date | null; deadline: Date | null; state: "running" | "over" | "kept" | "late" | "open" | "done" };

/** A limit with a number, or words (value null), as an agreement or the law sets it. */
export type Period = { value: number | null; unit: string };

/**
 * When a period ends. Hours run through nights, weekends and changes of the clock; days and longer end at the same Danish time of day.
 * Null for words.
 */
export function deadlineOf(from: Date, { value, unit }: Period): Date | null {
  if (value === null) return null;
  if (unit === "hours") return new Date(from.getTime() + value * HOUR);
  const [day = "", time = ""] = localTimeOf(from).split("T");
  const later = { days: () => addDays(day, value), weeks: () => addDays(day, value * 7), months: () => addMonths(day, value), years: () => addMonths(day, value * 12) }[unit];
  const at = later ? instantOf(`${later()}T${time}`) : null;
  // The clock in Denmark is read to the minute; what is beyond it comes along.
  return at && new Date(at.getTime() + (from.getTime() % MINUTE));
}

/** The clock of a period at `now`. Done at the very deadline is kept. */
export function readClock({ from, until, period, now }: { from: Date; until: Date | null; period: Period; now: Date }): Clock {
  const deadline = deadlineOf(from, period);
  if (deadline === null) return { from, until, deadline, state: until === null ? "open" : "done" };
  const inTime = (until ?? now).getTime() <= deadline.getTime();
  return { from, until, deadline, state: until === null ? (inTime ? "running" : "over") : inTime ? "kept" : "late" };
}

/** What of a clock is counted, in milliseconds: the time left, by how much it is exceeded, or how long it has run. Never negative. */
export function measureOf({ from, until, deadline, state }: Clock, now: Date): number {
  const end = (until ?? now).getTime();
  const over = state === "over" || state === "late";
  return Math.max(0, state === "running" && deadline ? deadline.getTime() - end : over && deadline ? end - deadline.getTime() : end - from.getTime());
}

/** A span as whole hours and the minutes beyond them, a begun minute left out. */
export function hoursAndMinutes(milliseconds: number): { hours: number; minutes: number } {
  const minutes = Math.floor(milliseconds / 60_000);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
