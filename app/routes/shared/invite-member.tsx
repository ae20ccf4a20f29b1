import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { inviteMember } from "#app/organisation/invite-member.server.ts";
import { ownOrganisation } from "#app/organisation/organisations.server.ts";
import { memberInvitationForm } from "#app/organisation/person-form.ts";
import { rolesOf } from "#app/organisation/roles.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { languages } from "#app/text/language.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./form.module.css";
import { readForm, refuse } from "./read-form.server.ts";
import { tickedIn, typedIn } from "./refused.ts";
import { RolesField } from "./role-list.tsx";

export const meta = pageTitle("organisation:invite.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireMember(request, "administrator");
  const organisation = await withTenant(scope, (tx) => ownOrganisation(scope, tx).get(), { readOnly: true });
  return { roles: rolesOf(organisation), language };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireMember(request, "administrator");
  const form = await request.formData();
  const read = readForm(form, memberInvitationForm, ["roles"]);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = await inviteMember(scope, { ...read.value, at: now() });
  if (!done.ok) return refuse(form, language, { [done.reason === "no-role" ? "roles" : "email"]: `organisation:error.${done.reason}` });
  return redirect(paths.members(), { headers: flash({ tone: "ok", text: "organisation:invite.sent", values: { email: read.value.email } }) });
}

export default function InviteMember() {
  const { t } = useTranslation("organisation");
  const { roles, language } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = typedIn(refused);
  const errors = refused?.errors;
  return (
    <>
      <PageHeader title={t("invite.title")} lead={t("invite.lead")} crumbs={[{ to: paths.members(), label: t("members.title") }]} />
      <Panel>
        <Form method="post" noValidate className={classes.narrow}>
          <FormErrorSummary errors={errors} />
          <Stack gap="md">
            <TextField name="email" type="email" label={t("invite.email")} hint={t("invite.emailHint")} errors={errors} autoComplete="off" defaultValue={typed("email")} />
            <TextField name="name" label={t("invite.name")} errors={errors} autoComplete="off" maxLength={100} defaultValue={typed("name")} />
            <RolesField label={t("invite.roles")} roles={roles} chosen={tickedIn(refused)("roles")} errors={errors} />
            <SelectField
              name="language" label={t("invite.language")} defaultValue={typed("language", language)}
              data={languages.map((one) => ({ value: one, label: t(`frame:language.${one}`) }))}
            />
            <div><SubmitButton>{t("invite.submit")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
