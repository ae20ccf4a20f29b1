import type { LoaderFunctionArgs } from "@remix-run/node";
import { findImport } from "#app/agreement/import/find-import.server.ts";
import { MOST_IMPORT_ROWS } from "#app/agreement/import/stage-import.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** The rows that could not be imported, as they were in the file, with what must be corrected in a last column: mended, they can be read in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const found = await withTenant(scope, (tx) => findImport(tx, scope.organisationId, params.importId, { show: "bad", skip: 0, take: MOST_IMPORT_ROWS }), { readOnly: true });
  if (!found) return notFound();
  const t = translate(language, "imports");
  const { columns } = found.run;
  const rows = found.rows.map(({ cells, errors }) => [...columns.map((_, at) => cells[at] ?? ""), errors.map(({ field, code }) => String(t("inField", { field: t(`field.${field}`), error: t(code) }))).join("\n")]);
  return fileResponse(toCsv([[...columns, String(t("column.errors"))], ...rows]), String(t("badName")), "csv");
}
