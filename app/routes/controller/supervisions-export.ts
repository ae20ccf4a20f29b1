import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { listSupervisions } from "#app/supervision/list-supervisions.server.ts";
import { readFilter, SORT_KEYS } from "#app/supervision/supervision-filter.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readSort } from "#app/ui/sort.ts";

/** Most lines of one file. */
const MOST = 10_000;

/** The controller's list of supervisions as CSV, filtered and sorted like the page it is fetched from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const url = new URL(request.url);
  const today = copenhagenDate(now());
  const sort = readSort(url, SORT_KEYS, { key: "due", direction: "ascending" });
  const { rows } = await withTenant(scope, (tx) => listSupervisions(tx, scope, { filter: readFilter(url), sort, skip: 0, take: MOST, today }), { readOnly: true });
  const t = translate(language, "supervision");
  const head = ["agreement", "processor", "concept", "points", "state", "due", "sent", "outcome"].map((key) => String(t(`list.${key}`)));
  const lines = rows.map((row) => [
    row.title, row.processorName, row.concept, row.points, String(t(`words:supervision.${row.state}`)), row.dueOn, row.sentAt ? copenhagenDate(new Date(row.sentAt)) : null,
    row.outcome ? String(t(`words:outcome.${row.outcome}`)) : null,
  ]);
  const name = `${t("list.file")}-${today}.csv`;
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" },
  });
}
