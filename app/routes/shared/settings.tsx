import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { changeSettings } from "#app/organisation/change-settings.server.ts";
import { settingsForm } from "#app/organisation/organisation-form.ts";
import { ownOrganisation } from "#app/organisation/organisations.server.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { TextField, TickField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./form.module.css";
import { EscalationPanel } from "./escalation-fields.tsx";
import { SidesField } from "./organisation-fields.tsx";
import { readForm, refuse } from "./read-form.server.ts";
import { tickedIn, typedIn } from "./refused.ts";

export const meta = pageTitle("organisation:settings.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, "administrator");
  return withTenant(scope, (tx) => ownOrganisation(scope, tx).get(), { readOnly: true });
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireMember(request, "administrator");
  const form = await request.formData();
  const read = readForm(form, settingsForm, ["sides"]);
  if (!read.ok) return refuse(form, language, read.keys);
  const { sides, organisation: name, threshold, refuseTypeOne, version, reminderDays, managerDays, stepUpDays } = read.value;
  const given = [reminderDays, managerDays, stepUpDays].filter((days) => days !== undefined);
  // An empty box is not sent: where the threshold is, the whole panel was.
  const policy = threshold === undefined ? undefined : refuseTypeOne === "yes";
  const done = await changeSettings(scope, { name, version, threshold, refuseTypeOne: policy, ...(given.length === 3 ? { escalationDays: given } : {}), isController: sides.includes("controller"), isProcessor: sides.includes("processor") });
  if (!done.ok) return refuse(form, language, { [done.reason === "changed-meanwhile" ? "" : "sides"]: `organisation:error.${done.reason}` });
  return redirect(paths.settings(), { headers: flash({ tone: "ok", text: "organisation:settings.saved" }) });
}

export default function Settings() {
  const { t } = useTranslation("organisation");
  const own = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = typedIn(refused);
  const errors = refused?.errors;
  const sides = [...(own.isController ? ["controller"] : []), ...(own.isProcessor ? ["processor"] : [])];
  return (
    <>
      <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={own.version} />
        <FormErrorSummary errors={errors} />
        <Panel title={t("settings.organisation")}>
          <Stack gap="md" className={classes.narrow}>
            <TextField name="organisation" label={t("fields.name")} errors={errors} maxLength={200} defaultValue={typed("organisation", own.name)} />
            <dl className={classes.fixed}>
              <dt>{t("fields.cvr")}</dt>
              <dd><span className="tabular">{own.cvr ?? t("settings.noCvr")}</span>{own.cvr ? ` · ${t("settings.cvrFixed")}` : null}</dd>
            </dl>
            <SidesField errors={errors} chosen={tickedIn(refused)("sides", sides)} />
          </Stack>
        </Panel>
        {own.isController ? (
          <>
          <Panel title={t("settings.supervision")}>
            <div className={classes.narrow}>
              <TextField
                name="threshold" label={t("fields.threshold")} hint={t("fields.thresholdHint")} errors={errors}
                inputMode="numeric" maxLength={3} classNames={{ wrapper: classes.short }} defaultValue={typed("threshold", String(own.threshold))}
              />
              <TickField name="refuseTypeOne" value="yes" required={false} label={t("fields.refuseTypeOne")} hint={t("fields.refuseTypeOneHint")} errors={errors} mt="md" defaultChecked={refused ? typed("refuseTypeOne", "") === "yes" : own.refuseTypeOne} />
            </div>
          </Panel>
          <EscalationPanel days={own.escalationDays} errors={errors} typed={typed} />
          </>
        ) : null}
        <p><SubmitButton>{t("settings.save")}</SubmitButton></p>
      </Form>
    </>
  );
}
