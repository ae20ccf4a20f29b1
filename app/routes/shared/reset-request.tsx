import { Stack } from "@mantine/core";
import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { resetRequestForm } from "#app/organisation/person-form.ts";
import { requestReset } from "#app/organisation/request-reset.server.ts";
import { paths } from "#app/paths.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { readForm, refuse } from "./read-form.server.ts";
import { typedIn } from "./refused.ts";

export const meta = pageTitle("auth:reset.title");

/** The same answer whether the address is somebody's or nobody's. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(form, resetRequestForm);
  if (!read.ok) return refuse(form, pickLanguage(request), read.keys);
  await requestReset(read.value.email);
  return data({ sentTo: read.value.email });
}

export default function ResetRequest() {
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  const refused = answer && "errors" in answer ? answer : null;
  if (answer && "sentTo" in answer) {
    return (
      <FrontPage title={t("reset.sentTitle")}>
        <div role="status">
          <p>{t("reset.sent", { email: answer.sentTo })}</p>
          <p>{t("reset.notCome")}</p>
        </div>
        <p><Link to={paths.signIn()}>{t("reset.back")}</Link></p>
      </FrontPage>
    );
  }
  return (
    <FrontPage title={t("reset.title")} lead={t("reset.lead")}>
      <Form method="post" noValidate>
        <FormErrorSummary errors={refused?.errors} />
        <Stack gap="md">
          <TextField name="email" type="email" label={t("signIn.email")} errors={refused?.errors} autoComplete="username" defaultValue={typedIn(refused)("email")} />
          <SubmitButton size="md">{t("reset.submit")}</SubmitButton>
          <Link to={paths.signIn()}>{t("reset.back")}</Link>
        </Stack>
      </Form>
    </FrontPage>
  );
}
