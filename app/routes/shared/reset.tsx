import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { endSession } from "#app/auth/session.server.ts";
import { now } from "#app/config/clock.server.ts";
import { newPasswordForm } from "#app/organisation/person-form.ts";
import { isResetOpen, resetPassword } from "#app/organisation/reset-password.server.ts";
import { paths } from "#app/paths.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { readForm, refuse } from "./read-form.server.ts";

export const meta = pageTitle("auth:newPassword.title");

/** Only shows a form: mail scanners follow links too. */
export async function loader({ params }: LoaderFunctionArgs) {
  const open = await isResetOpen(params.token ?? "");
  return data({ open }, { status: open ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = pickLanguage(request);
  const form = await request.formData();
  const read = readForm(form, newPasswordForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = await resetPassword({ token: params.token ?? "", password: read.value.password, language, at: now() });
  // The loader runs again and says that the link is gone.
  if (!done.ok) return refuse(form, language, done.reason === "gone" ? {} : { password: `auth:error.${done.reason}` });
  const headers = new Headers([["Set-Cookie", await endSession(request)], ["Set-Cookie", flash({ tone: "ok", text: "auth:newPassword.done" })["Set-Cookie"]]]);
  return redirect(paths.signIn(), { headers });
}

export default function Reset() {
  const { t } = useTranslation("auth");
  const { open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!open) {
    return (
      <FrontPage title={t("newPassword.goneTitle")} lead={t("newPassword.gone")}>
        <p><Link to={paths.reset()}>{t("newPassword.order")}</Link></p>
      </FrontPage>
    );
  }
  return (
    <FrontPage title={t("newPassword.title")} lead={t("newPassword.lead")}>
      <Form method="post" noValidate>
        <FormErrorSummary errors={refused?.errors} />
        <Stack gap="md">
          <NewPasswordField label={t("person.newPassword")} errors={refused?.errors} />
          <SubmitButton size="md">{t("newPassword.submit")}</SubmitButton>
        </Stack>
      </Form>
    </FrontPage>
  );
}
