import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { WRITERS } from "#app/agreement/may.ts";
import { dismissReassessment } from "#app/agreement/plan/dismiss-reassessment.server.ts";
import { loadReassessment } from "#app/agreement/plan/load-reassessment.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LongTextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { CauseList } from "./cause-list.tsx";
import { OldAndNew } from "./old-and-new.tsx";
import { EarlierReassessments } from "./earlier-reassessments.tsx";
import classes from "./reassessment.module.css";

export const meta = pageTitle<typeof loader>("plan:rescore.title", ({ agreement }) => ({ title: agreement.title }));

const dismissForm = z.object({ version: z.coerce.number().int(), reason: z.string().max(4000, "plan:error.long").default("") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadReassessment(tx, scope, params.agreementId ?? ""), { readOnly: true });
  return found ?? notFound();
}

/** Lets the score stand, with a reason. Scoring anew happens on its own page and closes the task. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [agreementId, form] = [params.agreementId ?? "", await request.formData()];
  const read = readForm(form, dismissForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = await withTenant(scope, (tx) => dismissReassessment(tx, scope, { agreementId, ...read.value }, now()));
  if (done.ok) return redirect(paths.agreement(agreementId), { headers: flash({ tone: "ok", text: "plan:rescore.dismissed" }) });
  if (done.reason === "role") return forbidden();
  if (done.reason === "not-found") return notFound();
  return refuse(form, language, done.reason === "conflict" ? { "": "plan:error.rescoreConflict" } : { reason: "plan:error.dismiss" });
}

export default function ReassessmentPage() {
  const { t } = useTranslation("plan");
  const { agreement, pending, earlier, old, fresh, may } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("rescore.heading")} lead={pending ? t("rescore.lead", { processor: agreement.processor }) : null}
        crumbs={[{ to: paths.agreements(), label: t("agreement:list.title") }, { to: paths.agreement(agreement.id), label: agreement.title }]}
      />
      {pending ? (
        <>
          <FormErrorSummary errors={returned?.errors} />
          <Panel title={t("rescore.causes")}><CauseList causes={pending.causes} /></Panel>
          {old && fresh ? <OldAndNew agreement={agreement} old={old} fresh={fresh} /> : null}
          {may ? (
            <div className={classes.ways}>
              <div><Panel title={t("rescore.do")} lead={t("rescore.doText")}><Button component={Link} to={paths.agreementScore(agreement.id)}>{t("rescore.do")}</Button></Panel></div>
              <div><Panel title={t("rescore.dismiss")} lead={t("rescore.dismissText")}>
                <Form method="post" noValidate className={classes.form}>
                  <input type="hidden" name="version" value={pending.version} />
                  <LongTextField name="reason" label={t("rescore.reason")} errors={returned?.errors} rows={3} maxLength={4000} defaultValue={typedIn(returned)("reason")} />
                  <div><SubmitButton variant="default">{t("rescore.confirm")}</SubmitButton></div>
                </Form>
              </Panel></div>
            </div>
          ) : null}
        </>
      ) : <Panel><EmptyState icon="check" title={t("rescore.none")}>{t("rescore.noneText")}</EmptyState></Panel>}
      <EarlierReassessments earlier={earlier} />
    </>
  );
}
