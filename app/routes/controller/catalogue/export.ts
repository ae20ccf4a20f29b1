import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { itemRows } from "#app/questionnaire/catalogues/catalogue-rows.ts";
import { loadCatalogue } from "#app/questionnaire/catalogues/own/load-catalogue.server.ts";
import { writeCatalogue } from "#app/questionnaire/catalogues/own/write-catalogue.server.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** A catalogue as CSV, as a workbook, or as JSON of its schema; the last two can be imported again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadCatalogue(tx, scope, params.catalogueId ?? ""), { readOnly: true });
  if (!found) return notFound();
  const { catalogue } = found;
  const t = translate(language, "catalogue");
  const say = (key: string) => String(t(key));
  const format = new URL(request.url).searchParams.get("format");
  const name = `${say("file")}-${catalogue.id}-v${catalogue.version}`;
  if (format === "xlsx") return fileResponse(await writeCatalogue(say, catalogue), name, "xlsx");
  if (format === "json") return fileResponse(`${JSON.stringify(catalogue, null, 2)}\n`, name, "json");
  return fileResponse(toCsv(itemRows(say, catalogue)), name, "csv");
}
