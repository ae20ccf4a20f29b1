import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requirePerson } from "#app/auth/guard.server.ts";
import { sessionHash } from "#app/auth/session.server.ts";
import { now } from "#app/config/clock.server.ts";
import { changePassword } from "#app/organisation/change-password.server.ts";
import { changeProfile } from "#app/organisation/change-profile.server.ts";
import { changePasswordForm, profileForm } from "#app/organisation/person-form.ts";
import { paths } from "#app/paths.ts";
import { languageCookie } from "#app/text/language.server.ts";
import { languages } from "#app/text/language.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./form.module.css";
import { NewPasswordField } from "./new-password-field.tsx";
import { NameFields } from "./person-fields.tsx";
import { readForm, refuse } from "./read-form.server.ts";
import { typedIn } from "./refused.ts";

export const meta = pageTitle("auth:account.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const { name, email, title, locale } = person;
  return { name, email, title, locale };
}

export async function action({ request }: ActionFunctionArgs) {
  const { person, language } = await requirePerson(request);
  const form = await request.formData();
  if (form.get("intent") === "password") {
    const read = readForm(form, changePasswordForm);
    if (!read.ok) return refuse(form, language, read.keys);
    const done = await changePassword(person, { present: read.value.present, next: read.value.password, sessionHash: sessionHash(request), at: now() });
    if (!done.ok) return refuse(form, language, { [done.reason === "wrong-password" ? "present" : "password"]: `auth:error.${done.reason}` });
    return redirect(paths.account(), { headers: flash({ tone: "ok", text: "auth:account.passwordChanged" }) });
  }
  const read = readForm(form, profileForm);
  if (!read.ok) return refuse(form, language, read.keys);
  await changeProfile(person, { name: read.value.name, title: read.value.title, locale: read.value.language });
  const headers = new Headers([["Set-Cookie", languageCookie(read.value.language)], ["Set-Cookie", flash({ tone: "ok", text: "auth:account.saved" })["Set-Cookie"]]]);
  return redirect(paths.account(), { headers });
}

export default function Account() {
  const { t } = useTranslation("auth");
  const person = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ofPassword = refused?.typed.intent?.[0] === "password";
  const errors = ofPassword ? null : refused?.errors;
  const typed = typedIn(ofPassword ? null : refused);
  return (
    <>
      <PageHeader title={t("account.title")} lead={t("account.lead")} />
      <FormErrorSummary errors={refused?.errors} />
      <Panel title={t("account.profile")}>
        {/* A page holds the texts of one language only, so a change of language loads the document anew. */}
        <Form method="post" reloadDocument noValidate className={classes.narrow}>
          <Stack gap="md">
            <dl className={classes.fixed}><dt>{t("person.email")}</dt><dd>{person.email}</dd></dl>
            <NameFields errors={errors} name={typed("name", person.name)} title={typed("title", person.title)} />
            <SelectField
              name="language" label={t("person.language")} errors={errors} defaultValue={typed("language", person.locale)}
              data={languages.map((language) => ({ value: language, label: t(`frame:language.${language}`) }))}
            />
            <div><SubmitButton intent="profile">{t("account.save")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
      <Panel title={t("account.password")} lead={t("account.passwordLead")}>
        <Form method="post" noValidate className={classes.narrow}>
          <Stack gap="md">
            <input type="hidden" name="username" autoComplete="username" value={person.email} />
            <TextField name="present" type="password" label={t("person.presentPassword")} errors={refused?.errors} autoComplete="current-password" />
            <NewPasswordField label={t("person.newPassword")} errors={refused?.errors} />
            <div><SubmitButton intent="password">{t("account.changePassword")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
