import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { draftOf } from "#app/agreement/agreement-draft.ts";
import { readVersion } from "#app/agreement/agreement-form.ts";
import { agreements } from "#app/agreement/agreements.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { presentFields } from "#app/agreement/present.ts";
import { processors } from "#app/agreement/processors.server.ts";
import { updateAgreement } from "#app/agreement/update-agreement.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { AgreementConflict } from "./agreement-conflict.tsx";
import { AgreementForm } from "./agreement-form.tsx";
import { readAgreement, refuseAgreement } from "./agreement-submission.server.ts";
import type { Returned } from "./agreement-submission.server.ts";

export const meta = pageTitle<typeof loader>("agreement:edit.title", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  return withTenant(scope, async (tx) => {
    const row = (await agreements(tx, scope).find(params.agreementId ?? "")) ?? notFound();
    return { id: row.id, title: row.title, version: row.version, draft: draftOf(presentFields(row)), options: await processors(tx, scope).options() };
  }, { readOnly: true });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const id = params.agreementId ?? "";
  const form = await request.formData();
  const seen = readVersion.safeParse({ version: form.get("version") });
  if (!seen.success) return notFound();
  const read = readAgreement(form, language);
  if (!read.ok) return data({ ...read.returned, version: seen.data.version }, { status: read.status });
  const changed = await withTenant(scope, (tx) => updateAgreement(tx, scope, id, seen.data.version, read.fields, now()));
  if (changed.ok) return redirect(paths.agreement(id), { headers: flash({ tone: "ok", text: "agreement:edit.done" }) });
  if (changed.reason === "conflict") return data<Answer>({ draft: read.draft, conflict: { current: draftOf(changed.current), version: changed.version }, version: changed.version }, { status: 409 });
  if (changed.reason === "role") return forbidden();
  if (changed.reason === "not-found") return notFound();
  return data<Answer>({ ...refuseAgreement(read.draft, language, "processorId", changed.reason === "processor-fixed" ? "agreement:error.processorFixed" : "agreement:error.processor"), version: seen.data.version }, { status: 422 });
}

type Answer = Returned & { version: number };

export default function EditAgreement() {
  const { t } = useTranslation("agreement");
  const { id, title, version, draft, options } = useLoaderData<typeof loader>();
  const returned: Answer | undefined = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("edit.title", { title })} crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(id), label: title }]} />
      {returned?.conflict ? <AgreementConflict mine={returned.draft} theirs={returned.conflict.current} processors={options} /> : null}
      <AgreementForm
        draft={returned?.draft ?? draft} errors={returned?.errors} focus={returned?.focus} processors={options} stored={{ id, version: returned?.version ?? version }}
        submit={t(returned?.conflict ? "edit.overwrite" : "edit.submit")}
      />
    </>
  );
}
