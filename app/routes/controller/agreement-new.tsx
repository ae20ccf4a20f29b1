import { Button } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { blankDraft } from "#app/agreement/agreement-draft.ts";
import { createAgreement } from "#app/agreement/create-agreement.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { processors } from "#app/agreement/processors.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { AgreementForm } from "./agreement-form.tsx";
import { readAgreement, readRegistration, refuseAgreement } from "./agreement-submission.server.ts";

export const meta = pageTitle("agreement:new.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const options = await withTenant(scope, (tx) => processors(tx, scope).options(), { readOnly: true });
  const asked = new URL(request.url).searchParams.get("processor");
  return { options, draft: blankDraft(options.find(({ id }) => id === asked)?.id ?? "") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  const registration = readRegistration(form);
  const read = readAgreement(form, language);
  if (!read.ok) return data({ ...read.returned, registration: registration.typed }, { status: read.status });
  const added = await withTenant(scope, (tx) => createAgreement(tx, scope, read.fields, registration.value));
  if (added.ok) return redirect(paths.agreementScore(added.id), { headers: flash({ tone: "ok", text: "agreement:new.done" }) });
  if (added.reason === "role") return forbidden();
  return data({ ...refuseAgreement(read.draft, language, "processorId", "agreement:error.processor"), registration: registration.typed }, { status: 422 });
}

export default function NewAgreement() {
  const { t } = useTranslation("agreement");
  const { options, draft } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: paths.agreements(), label: t("list.title") }]} />
      {options.length === 0
        ? <EmptyState icon="processors" title={t("new.noProcessor")} action={<Button component={Link} to={paths.processorNew()}>{t("processor:list.new")}</Button>}>{t("new.noProcessorText")}</EmptyState>
        : <AgreementForm draft={returned?.draft ?? draft} registration={returned?.registration} errors={returned?.errors} focus={returned?.focus} processors={options} submit={t("new.submit")} />}
    </>
  );
}
