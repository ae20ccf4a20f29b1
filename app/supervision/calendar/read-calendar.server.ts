import { listDue } from "#app/agreement/plan/list-due.server.ts";
import { reviews } from "#app/agreement/plan/reviews.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import { addMonths, isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import { isLanguage } from "#app/text/language.ts";
import { writeCalendar } from "./write-calendar.server.ts";

type Bearer = { feed_id: string; organisation_id: string; organisation_name: string; person_id: string; locale: string };

/** Months ahead that the calendar shows, and the most entries it holds. */
const MONTHS_AHEAD = 36;
const MOST = 2000;

/** The calendar behind a private link, as iCalendar text: what is due and overdue, in the bearer's language. Null for a link that is unknown, revoked, or whose bearer is no longer there: all look alike. */
export async function readCalendar(token: string, { today, origin }: { today: IsoDate; origin: string }): Promise<string | null> {
  return throughDoor(async (tx, enter) => {
    const [bearer] = await tx.$queryRaw<Bearer[]>`select feed_id, organisation_id, organisation_name, person_id, locale from app.read_calendar(${hashOf(token)})`;
    if (!bearer) return null;
    await enter(bearer.organisation_id, bearer.person_id);
    const due = await listDue(tx, { on: addMonths(today, MONTHS_AHEAD), today, take: MOST });
    const day = await reviews(tx, { organisationId: bearer.organisation_id }).day();
    const year = Number(today.slice(0, 4));
    const review = day === "" ? [] : [year, year + 1].map((one) => `${one}-${day}`).filter((one) => isIsoDate(one) && one >= today);
    return writeCalendar({ organisation: bearer.organisation_name, language: isLanguage(bearer.locale) ? bearer.locale : "da", due, review, today, origin });
  });
}
