import type { LoaderFunctionArgs } from "@remix-run/node";
import { IMPORT_FIELDS } from "#app/agreement/import/import-columns.ts";
import { registerSheets } from "#app/agreement/import/write-register.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** An empty workbook with the columns an import knows, and a guide to them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { language } = await requireController(request);
  const t = translate(language, "imports");
  const headings = IMPORT_FIELDS.map(({ field }) => String(t(`field.${field}`)));
  return fileResponse(await writeWorkbook(registerSheets({ headings, rows: [] }, language)), String(t("templateName")), "xlsx");
}
