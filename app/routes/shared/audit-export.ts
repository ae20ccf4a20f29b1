import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAuditFilter } from "#app/audit/audit-filter.ts";
import { listAuditEvents } from "#app/audit/list-events.server.ts";
import { sayAction, sayDetail } from "#app/audit/say.ts";
import { requireMember } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** Most lines of one file. */
const MOST = 10_000;

/** The trail as CSV, narrowed like the page it is fetched from: the newest 10.000 entries. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireMember(request);
  const filter = readAuditFilter(new URL(request.url));
  const { events } = await withTenant(scope, (tx) => listAuditEvents(tx, scope, { filter, skip: 0, take: MOST }), { readOnly: true });
  const t = translate(language, "audit");
  const head = ["when", "who", "from", "what", "supervision", "details", "subject", "subjectId"].map((key) => String(key === "from" ? t("partyColumn") : t(key)));
  const lines = events.map((event) => [
    event.at, event.by, t(`party.${event.party}`), sayAction(t, event.action), event.supervision ? `${event.supervision.title}, ${event.supervision.other}` : null,
    event.details.map((detail) => sayDetail(t, language, detail)).map(({ name, value }) => `${name}: ${value}`).join("; "), event.subject.type, event.subject.id,
  ]);
  const name = `${t("file")}-${copenhagenDate(now())}.csv`;
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" },
  });
}
