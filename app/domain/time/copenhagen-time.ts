const COPENHAGEN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Copenhagen", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const HOUR = 3_600_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

/** The time a clock in Denmark shows at an instant, "YYYY-MM-DDTHH:MM". */
export function localTimeOf(instant: Date): string {
  const parts = COPENHAGEN.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The instant at which a clock in Denmark shows "YYYY-MM-DDTHH:MM" (seconds are left out); null when that is no time. The hour that comes
 * twice in autumn is taken the first time, so that a deadline never begins too late; the hour that is skipped in spring is read by winter time.
 */
export function instantOf(local: string): Date | null {
  const text = local.slice(0, 16);
  const utc = Date.parse(`${text}Z`);
  if (!SHAPE.test(text) || Number.isNaN(utc)) return null;
  const shown = [2, 1].map((offset) => new Date(utc - offset * HOUR)).find((instant) => localTimeOf(instant) === text);
  if (shown) return shown;
  const winter = new Date(utc - HOUR);
  return localTimeOf(winter).slice(0, 10) === text.slice(0, 10) ? winter : null;
}
