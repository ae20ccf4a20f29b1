import type { LoaderFunctionArgs } from "@remix-run/node";
import { AGREEMENT_SORTS, readFilter } from "#app/agreement/agreement-filter.ts";
import { listedAgreements } from "#app/agreement/listed-agreements.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readSort } from "#app/ui/sort.ts";

/** Most lines of one file. */
const MOST = 10_000;

/** The controller's list of agreements as CSV, narrowed and sorted like the page it is fetched from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const url = new URL(request.url);
  const today = copenhagenDate(now());
  const sort = readSort(url, AGREEMENT_SORTS, { key: "title", direction: "ascending" });
  const { rows } = await withTenant(scope, (tx) => listedAgreements(tx, scope, today).page(readFilter(url), sort, { skip: 0, take: MOST }), { readOnly: true });
  const t = translate(language, "agreement");
  const head = ["agreement", "reference", "processor", "points", "concept", "standing", "due"].map((key) => String(t(`list.${key}`)));
  const lines = rows.map((row) => [
    row.title, row.reference, row.processor.name, row.points, row.concept,
    String(t(row.ended ? "words:agreement.ended" : `words:standing.${row.standing}`)), row.nextDueOn,
  ]);
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${t("list.file")}-${today}.csv"`, "Cache-Control": "no-store" },
  });
}
