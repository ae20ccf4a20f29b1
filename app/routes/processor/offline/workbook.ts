import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { paths } from "#app/paths.ts";
import { fileResponse } from "#app/routes/shared/file-response.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { writeWorkbookOfRequest } from "#app/supervision/offline/write-workbook-of-request.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** The request as a workbook to be filled in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const made = await withTenant(scope, (tx) => writeWorkbookOfRequest(tx, scope, supervisionId, language), { readOnly: true });
  if (made === null) return notFound();
  if (made === "closed") return redirect(paths.inboxRequest(supervisionId));
  return fileResponse(made.bytes, String(translate(language, "offline")("file")), "xlsx");
}
