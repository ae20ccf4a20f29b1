import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { settings } from "#app/config/settings.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { readCalendar } from "#app/supervision/calendar/read-calendar.server.ts";

/** A calendar behind its private link: whoever has the link reads it, so it is kept nowhere on the way (no-store, as all the portal answers), and no link that does not work looks different. */
export async function loader({ params }: LoaderFunctionArgs) {
  const calendar = await readCalendar(params.token ?? "", { today: copenhagenDate(now()), origin: settings().publicUrl });
  if (calendar === null) return notFound();
  return new Response(calendar, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="tilsyn.ics"', "X-Robots-Tag": "noindex" },
  });
}
