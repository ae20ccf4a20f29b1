import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { FINDING_SORTS, readFindingFilter } from "#app/supervision/finding/finding-filter.ts";
import { listFindings } from "#app/supervision/finding/list-findings.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readSort } from "#app/ui/sort.ts";

/** Most lines of one file. */
const MOST = 10_000;

/** The gap list as CSV, filtered and sorted like the page it is fetched from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const url = new URL(request.url);
  const today = copenhagenDate(now());
  const sort = readSort(url, FINDING_SORTS, { key: "due", direction: "ascending" });
  const { rows } = await withTenant(scope, (tx) => listFindings(tx, scope, { filter: readFindingFilter(url), sort, skip: 0, take: MOST, today, language }), { readOnly: true });
  const t = translate(language, "finding");
  const head = ["finding", "about", "rule", "severity", "blocking", "agreement", "processor", "state", "measure", "owner", "due", "acceptedUntil", "raised"].map((key) => String(t(`column.${key}`)));
  const lines = rows.map((row) => [
    String(t(`rule.${row.rule}.title`)), row.about, row.rule, String(t(`words:severity.${row.severity}`)), String(t(row.blocking ? "yes" : "no")), row.title, row.processorName,
    String(row.expired ? t("expired") : t(`words:finding.${row.state}`)), row.measure, row.ownerName, row.dueOn, row.acceptedUntil, copenhagenDate(new Date(row.raisedOn)),
  ]);
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${t("file")}-${today}.csv"`, "Cache-Control": "no-store" },
  });
}
