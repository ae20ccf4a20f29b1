import ical, { ICalCalendarMethod } from "ical-generator";
import type { DueLine } from "#app/agreement/plan/due-filter.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";

type Said = { organisation: string; language: Language; due: readonly DueLine[]; review: readonly IsoDate[]; today: IsoDate; origin: string };

/** The calendar as text (RFC 5545): a day for each supervision with its title and concept and nothing of people; what is overdue stands on today, and says since when. */
export function writeCalendar({ organisation, language, due, review, today, origin }: Said): string {
  const t = translate(language, "plan");
  const calendar = ical({ name: t("ics.name", { organisation }), prodId: { company: "Tilsynsportalen", product: "Tilsyn", language: language.toUpperCase() }, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 * 6 });
  const allDay = (id: string, summary: string, on: IsoDate, url: string) => calendar.createEvent({ id, summary, url, allDay: true, start: noon(on), end: noon(addDays(on, 1)), stamp: noon(today) });
  for (const { lineId, title, concept, dueOn, state, agreementId } of due) {
    const values = { title, concept: t("ics.concept", { concept }), date: formatDate(dueOn, language) };
    const late = state === "overdue";
    allDay(`${lineId}@tilsynsportalen`, t(late ? "ics.overdue" : "ics.event", values), late ? today : dueOn, origin + paths.agreement(agreementId));
  }
  for (const on of review) allDay(`review-${on}@tilsynsportalen`, t("ics.review"), on, origin + paths.plan());
  return calendar.toString();
}

/** A day in the middle of which no time zone moves it to another. */
const noon = (day: IsoDate) => new Date(`${day}T12:00:00Z`);
