import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerDetails } from "#app/agreement/import/register-details.server.ts";
import { readRegister, registerSheets } from "#app/agreement/import/write-register.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** All processors and agreements as a spreadsheet that can be read in again: `?as=csv`, else Excel. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const name = `${translate(language, "imports")("exportName")}-${copenhagenDate(now())}`;
  const isCsv = new URL(request.url).searchParams.get("as") === "csv";
  const { register, details } = await withTenant(scope, async (tx) => ({
    register: await readRegister(tx, scope.organisationId, language), details: isCsv ? [] : await registerDetails(tx, scope.organisationId, language),
  }), { readOnly: true });
  if (isCsv) return fileResponse(toCsv([register.headings, ...register.rows]), name, "csv");
  return fileResponse(await writeWorkbook([...registerSheets(register, language), ...details]), name, "xlsx");
}
