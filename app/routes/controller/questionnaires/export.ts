import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { exportFile, FORMATS } from "#app/questionnaire/builder/export-file.server.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";

const types = { json: "application/json; charset=utf-8", surveyjs: "application/json; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** The draft or a version as a file: XLSX, JSON with the weights, or a plain SurveyJS survey. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.questionnaireId ?? "";
  const wanted = new URL(request.url).searchParams;
  const format = FORMATS.find((one) => one === wanted.get("format")) ?? "xlsx";
  const number = Number(wanted.get("version") ?? 0) || 0;
  const draft = await withTenant(scope, async (tx) => {
    const register = ownQuestionnaires(tx, scope);
    const found = (await register.find(id)) ?? notFound();
    if (number === 0) return found.draft;
    return (await findPublishedQuestionnaire(tx, (await register.versionId(id, number)) ?? notFound()))?.draft ?? notFound();
  }, { readOnly: true });
  const file = await exportFile(draft, format, language);
  if (file === null) return new Response(String(translate(language, "builder")("house.notReady")), { status: 409, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  const slug = draft.title.da.normalize("NFKD").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).toLowerCase() || "questionnaire";
  const name = `${slug}${number > 0 ? `-v${number}` : ""}${format === "surveyjs" ? ".surveyjs" : ""}.${format === "xlsx" ? "xlsx" : "json"}`;
  return new Response(new Uint8Array(file), { headers: { "Content-Type": types[format], "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } });
}
