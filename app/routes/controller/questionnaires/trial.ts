import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

/** Where the form of a preview sends its answers: each is told to be saved, and none is. Files are not taken. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request);
  await withTenant(scope, async (tx) => (await ownQuestionnaires(tx, scope).find(params.questionnaireId ?? "")) ?? notFound(), { readOnly: true });
  if (!request.headers.get("Content-Type")?.startsWith("application/json")) return Response.json({ reason: "locked" }, { status: 422 });
  const body: unknown = await request.json().catch(() => null);
  const version = typeof body === "object" && body !== null && "version" in body && Number.isSafeInteger(body.version) ? Number(body.version) : 0;
  return Response.json({ version: version + 1 });
}

/** Nothing to read here: whoever comes by is led to the preview. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => ownQuestionnaires(tx, scope).find(params.questionnaireId ?? ""), { readOnly: true });
  return redirect(paths.questionnairePreview(found?.id ?? notFound()));
}
