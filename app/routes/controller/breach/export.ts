import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { hoursAndMinutes } from "#app/domain/breach/clock.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { BREACH_SORTS, readBreachFilter } from "#app/supervision/breach/breach-filter.ts";
import { listBreaches } from "#app/supervision/breach/list-breaches.server.ts";
import type { ClockView } from "#app/supervision/breach/record-clocks.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readSort } from "#app/ui/sort.ts";

/** Most lines of one file. */
const MOST = 10_000;

const time = (iso: string | null) => (iso === null ? "" : localTimeOf(new Date(iso)).replace("T", " "));
/** Hours from beginning to end, where there is an end. */
const taken = (clock: ClockView | null) => (clock?.until ? String(hoursAndMinutes(Date.parse(clock.until) - Date.parse(clock.from)).hours) : "");

/** The list of breaches as CSV, filtered and sorted like the page it is fetched from; times by Danish clocks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const [url, at] = [new URL(request.url), now()];
  const sort = readSort(url, BREACH_SORTS, { key: "clock", direction: "ascending" });
  const { rows } = await withTenant(scope, (tx) => listBreaches(tx, scope, { filter: readBreachFilter(url), sort, skip: 0, take: MOST, now: at }), { readOnly: true });
  const t = translate(language, "breach");
  const head = ["breach", "source", "processor", "agreement", "processorAware", "notified", "hours", "limitState", "aware", "authorityDeadline", "authority", "authorityAt", "personsAt", "closed"].map((key) => String(t(`export.${key}`)));
  const lines = rows.map((row) => [
    row.title, String(t(`source.${row.source}`)), row.processorName, row.agreements.map(({ title }) => title).join("; "), time(row.processor?.from ?? null), time(row.notifiedAt), taken(row.processor), row.processor ? String(t(`state.${row.processor.state}`)) : "",
    time(row.awareAt), time(row.authority?.deadline ?? null), String(t(row.authorityDecision === "" ? "decision.none" : `decision.${row.authorityDecision}`)), time(row.authorityNotifiedAt), time(row.personsInformedAt), time(row.closedAt),
  ]);
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${t("export.file")}-${copenhagenDate(at)}.csv"`, "Cache-Control": "no-store" },
  });
}
