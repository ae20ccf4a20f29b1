import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { createQuestionnaire } from "#app/questionnaire/builder/create-questionnaire.server.ts";
import { starterDraft } from "#app/questionnaire/builder/starters.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Starters } from "./starters.tsx";

export const meta = pageTitle("builder:new.title");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireController(request, ...WRITERS);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  const title = String(form.get("title") ?? "").replaceAll("\u0000", "").trim();
  if (title === "" || title.length > 300) return data({ errors: { title: String(translate(language, "builder")("new.needsName")) }, title: title.slice(0, 300) }, { status: 422 });
  const draft = starterDraft(form.get("starter") === "blank" ? "blank" : "standard", { da: title, en: "" });
  const created = await withTenant(scope, (tx) => createQuestionnaire(tx, scope, draft, now()));
  if (!created.ok) return forbidden();
  return redirect(paths.questionnaire(created.id), { headers: flash({ tone: "ok", text: "builder:new.done" }) });
}

export default function NewQuestionnaire() {
  const { t } = useTranslation("builder");
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: paths.questionnaires(), label: t("title") }]} />
      <FormErrorSummary errors={answer?.errors} />
      <Starters errors={answer?.errors} title={answer?.title} />
    </>
  );
}
