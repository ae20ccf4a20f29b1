import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CONCERN_KINDS, CONCERN_SOURCES, concernForm, EXTRA_DAYS } from "#app/agreement/concern-form.ts";
import { loadAgreement } from "#app/agreement/load-agreement.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { raiseConcern } from "#app/agreement/raise-concern.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { LongTextField, RadioField, TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Concerns } from "./agreement-history.tsx";
import classes from "./processor.module.css";

export const meta = pageTitle<typeof loader>("agreement:concerns.pageTitle", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadAgreement(tx, scope, params.agreementId ?? "", copenhagenDate(now())), { readOnly: true });
  return found ?? notFound();
}

/** Records the concern and leads on to a supervision that opens with it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [id, form] = [params.agreementId ?? "", await request.formData()];
  const read = readForm(form, concernForm(copenhagenDate(now())));
  if (!read.ok) return refuse(form, language, read.keys);
  const raised = await withTenant(scope, (tx) => raiseConcern(tx, scope, id, read.value, now()));
  if (!raised.ok) return raised.reason === "role" ? forbidden() : notFound();
  const opens = form.get("intent") === "open";
  return redirect(opens ? `${paths.supervisionNew(id)}&concern=${raised.id}` : paths.agreementConcerns(id), { headers: flash({ tone: "ok", text: "agreement:concerns.done" }) });
}

export default function ConcernsPage() {
  const { t } = useTranslation("agreement");
  const agreement = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const typed = typedIn(returned);
  // A page about a sign of trouble leads here with its source.
  const [parameters] = useSearchParams();
  const errors = returned?.errors;
  const extraConcept = agreement.concept === null || agreement.concept === 1 ? 6 : agreement.concept;
  return (
    <>
      <PageHeader
        title={t("concerns.heading")} lead={t("concerns.lead", { processor: agreement.processor.name })}
        crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(agreement.id), label: agreement.title }]}
      />
      {agreement.may ? (
        <Panel title={t("concerns.form")} lead={t("concerns.formLead")}>
          <Form method="post" noValidate className={classes.narrow} key={agreement.concerns.length}>
            <Stack gap="lg">
              <FormErrorSummary errors={errors} />
              <RadioField name="kind" label={t("concerns.what")} errors={errors} chosen={typed("kind", "wrong") ?? null} options={CONCERN_KINDS.map((value) => ({ value, label: t(`concerns.kind.${value}`), hint: t(`concerns.kindHint.${value}`) }))} />
              <RadioField name="source" label={t("concerns.where")} errors={errors} chosen={typed("source") ?? parameters.get("source")} options={CONCERN_SOURCES.map((value) => ({ value, label: t(`concerns.source.${value}`) }))} />
              <LongTextField name="body" label={t("concerns.body")} hint={t("concerns.bodyHint")} errors={errors} defaultValue={typed("body")} rows={5} maxLength={8000} />
              <TextField name="noticedOn" type="date" label={t("concerns.noticedOn")} errors={errors} defaultValue={typed("noticedOn") ?? agreement.today} max={agreement.today} classNames={{ wrapper: classes.short }} />
              {agreement.score && !agreement.ended ? <TextField name="extraOn" type="date" label={t("concerns.extraOn")} hint={t("concerns.extraOnHint", { concept: extraConcept })} errors={errors} required={false} defaultValue={typed("extraOn", addDays(agreement.today, EXTRA_DAYS))} min={agreement.today} classNames={{ wrapper: classes.short }} /> : null}
              <div className={classes.choices}>
                {agreement.ended ? null : <SubmitButton intent="open">{t("concerns.submitOpen")}</SubmitButton>}
                <SubmitButton intent="record" variant="default">{t("concerns.submit")}</SubmitButton>
              </div>
            </Stack>
          </Form>
        </Panel>
      ) : null}
      <Concerns agreement={agreement} />
    </>
  );
}
