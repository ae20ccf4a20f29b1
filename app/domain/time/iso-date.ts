/** A calendar day as "YYYY-MM-DD", without time or zone. */
export type IsoDate = string;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function parse(date: IsoDate): { year: number; month: number; day: number } | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

function parts(date: IsoDate): { year: number; month: number; day: number } {
  const found = parse(date);
  if (!found) throw new RangeError(`not an ISO date: ${date}`);
  return found;
}

function format(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1 March of year 0, counting in 400-year cycles that start in March so that leap days come last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = parts(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + dayOfYear;
}

function fromDayNumber(number: number): IsoDate {
  let year = Math.floor((number * 400) / 146_097) + 1;
  while (dayNumber(format(year, 3, 1)) > number) year -= 1;
  let [month, left] = [3, number - dayNumber(format(year, 3, 1))];
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return format(year, month, left + 1);
}

/** Whether the text is an existing calendar day written "YYYY-MM-DD". ISO 8601. */
export function isIsoDate(text: string): boolean {
  return parse(text) !== null;
}

/** The day so many days later (earlier if negative); throws RangeError on a non-date. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day so many months later; where that month is shorter, its last day. Throws RangeError on a non-date. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Whole days from the first to the second date, negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** -1, 0 or 1 as the first date is before, on or after the second. */
export function compareDates(first: IsoDate, second: IsoDate): -1 | 0 | 1 {
  return Math.sign(daysBetween(second, first)) as -1 | 0 | 1;
}
