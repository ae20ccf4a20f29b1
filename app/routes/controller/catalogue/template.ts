import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { writeCatalogue } from "#app/questionnaire/catalogues/own/write-catalogue.server.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { translate } from "#app/text/translate.server.ts";

/** The workbook in which an own catalogue is written, in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { language } = await requireController(request);
  const t = translate(language, "catalogue");
  return fileResponse(await writeCatalogue((key) => String(t(key)), null), String(t("templateFile")), "xlsx");
}
