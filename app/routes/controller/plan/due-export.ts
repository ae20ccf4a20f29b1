import type { LoaderFunctionArgs } from "@remix-run/node";
import { DUE_SORTS } from "#app/agreement/plan/due-filter.ts";
import { listDue } from "#app/agreement/plan/list-due.server.ts";
import { readDay, readDueFilter } from "#app/agreement/plan/read-due-filter.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readSort } from "#app/ui/sort.ts";

/** Most lines of one file. */
const MOST = 20_000;

/** Who is due, as CSV, narrowed and sorted like the page it is fetched from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const [url, today] = [new URL(request.url), copenhagenDate(now())];
  const on = readDay(url, "on", today);
  const from = url.searchParams.has("from") ? readDay(url, "from", today) : undefined;
  const order = readSort(url, DUE_SORTS, { key: "due", direction: "ascending" });
  const rows = await withTenant(scope, (tx) => listDue(tx, { on, from, today, filter: readDueFilter(url), order, take: MOST }), { readOnly: true });
  const t = translate(language, "plan");
  const head = ["agreement", "reference", "processor", "points", "concept", "kind", "interval", "dueOn", "state", "owner"].map((key) => String(t(`due.${key}`)));
  const lines = rows.map((row) => [
    row.title, row.reference, row.processorName, row.points, row.concept, String(t(`kind.${row.kind}`)), row.intervalMonths, row.dueOn, String(t(`state.${row.state}`)), row.owner,
  ]);
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${t("due.file")}-${on}.csv"`, "Cache-Control": "no-store" },
  });
}
