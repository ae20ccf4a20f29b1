/** Units of a limit with a number; attempts are counted, the rest is time. */
export const LIMIT_UNITS = ["hours", "days", "weeks", "months", "years", "attempts"] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** What a limit without a number says instead, strictest first. "contract": as the main contract says. */
export const LIMIT_WORDS = ["before", "immediately", "each-time", "without-undue-delay", "on-request", "regularly", "reasonable-time", "at-end", "contract"] as const;
export type LimitWord = (typeof LIMIT_WORDS)[number];

/** A limit as one source sets it: a number with its unit, or a word. `runsFrom` is one of RUNS_FROM, "" where nothing is said. */
export type Limit = { id?: string; kind: string; value: number | null; unit: string; runsFrom: string; source: string; note?: string };

/** What a limit runs from (domain.md §3.5, column "runs from"). */
export const RUNS_FROM = [
  "fixed-date", "last-status", "last-supervision", "awareness", "incident", "opinion-formed", "withdrawal", "need-ends", "criteria-end", "last-review", "log-entry", "release",
  "first-attempt", "logon", "outage", "takes-effect", "request", "last-statement", "statement-obtained", "last-visit", "notice", "agreement-ends", "default", "change",
] as const;

/** Mean lengths, so that a month of 28–31 days stands between 30 and 31 days, and 12 months are a year. */
const DAYS: Readonly<Record<Exclude<LimitUnit, "hours" | "attempts">, number>> = { days: 1, weeks: 7, months: 365.2425 / 12, years: 365.2425 };

/** How much a limit with a number is, in hours (attempts: as counted); null for words. */
export function magnitudeOf({ value, unit }: Pick<Limit, "value" | "unit">): number | null {
  if (value === null) return null;
  if (unit === "hours" || unit === "attempts") return value;
  const days = DAYS[unit as keyof typeof DAYS];
  if (days === undefined) throw new RangeError(`no unit of a number: ${unit}`);
  return value * days * 24;
}
