import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadVersions } from "#app/agreement/load-versions.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { recordVersion } from "#app/agreement/record-version.server.ts";
import { versionForm } from "#app/agreement/version-form.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { markOf } from "#app/questionnaire/mark.server.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./contract.module.css";
import { VersionChange } from "./version-change.tsx";
import { VersionItem } from "./version-item.tsx";

export const meta = pageTitle<typeof loader>("agreement:contract.pageTitle", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { content, ...found } = (await withTenant(scope, (tx) => loadVersions(tx, scope, params.agreementId ?? ""), { readOnly: true })) ?? notFound();
  return { ...found, seen: markOf(content), today: copenhagenDate(now()) };
}

/** Records what the agreement says now as a version. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [id, form] = [params.agreementId ?? "", await request.formData()];
  const read = readForm(form, versionForm(copenhagenDate(now())));
  if (!read.ok) return refuse(form, language, read.keys);
  const seen = String(form.get("seen") ?? "");
  const done = await withTenant(scope, (tx) => recordVersion(tx, scope, id, { ...read.value, isSeen: (content) => markOf(content) === seen }));
  if (done.ok) return redirect(paths.agreementVersions(id), { headers: flash({ tone: "ok", text: "agreement:contract.done", values: { number: done.number } }) });
  if (done.reason === "role") return forbidden();
  return done.reason === "not-found" ? notFound() : refuse(form, language, { "": done.reason === "conflict" ? "agreement:error.versionConflict" : "agreement:error.contentChanged" });
}

export default function VersionsPage() {
  const { t } = useTranslation("agreement");
  const { id, title, may, versions, next, since, processors, seen, today } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const typed = typedIn(returned);
  const errors = returned?.errors;
  const changed = since !== null && since.fields.length > 0;
  const open = changed || versions.length === 0 || returned !== undefined;
  const form = (
    <Form method="post" noValidate className={classes.form} key={next}>
      <input type="hidden" name="number" value={next} />
      <input type="hidden" name="seen" value={seen} />
      <Stack gap="md">
        <FormErrorSummary errors={errors} />
        <LongTextField name="changes" label={t("contract.changes")} hint={t("contract.changesHint")} errors={errors} defaultValue={typed("changes")} rows={3} maxLength={4000} />
        <div className={classes.pair}>
          <TextField name="signedOn" type="date" label={t("contract.signed")} errors={errors} required={false} defaultValue={typed("signedOn")} max={today} />
          <TextField name="label" label={t("version.label")} errors={errors} required={false} defaultValue={typed("label")} maxLength={40} placeholder="2.1" autoComplete="off" />
          <TextField name="signedForController" label={t("version.signedForController")} errors={errors} required={false} defaultValue={typed("signedForController")} maxLength={200} autoComplete="off" />
          <TextField name="signedForProcessor" label={t("version.signedForProcessor")} errors={errors} required={false} defaultValue={typed("signedForProcessor")} maxLength={200} autoComplete="off" />
        </div>
        <div><SubmitButton>{t("contract.record", { number: next })}</SubmitButton></div>
      </Stack>
    </Form>
  );
  return (
    <>
      <PageHeader title={t("contract.title")} lead={t("contract.lead")} crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(id), label: title }]} />
      {changed && since ? (
        <Panel title={t("contract.since", { number: next - 1 })} lead={t("contract.sinceLead")}>
          <VersionChange change={since} processors={processors} captions={{ before: t("contract.number", { number: next - 1 }), after: t("contract.now") }} />
        </Panel>
      ) : null}
      {may ? <Panel title={t("contract.recordTitle", { number: next })} lead={t("contract.recordLead")}>{open ? form : <details className={classes.more}><summary>{t("contract.recordAnyway")}</summary>{form}</details>}</Panel> : null}
      <Panel title={t("contract.all")}>
        {versions.length === 0 ? <Notice>{t("contract.none")}</Notice> : (
          <ol className={classes.versionList}>
            {versions.map((version, place) => <VersionItem key={version.id} version={version} may={may} processors={processors} newest={place === 0} />)}
          </ol>
        )}
      </Panel>
    </>
  );
}
