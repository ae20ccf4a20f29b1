import { Stack, Text } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { nextPath } from "#app/auth/next-path.ts";
import { endSession, signedIn, startSession } from "#app/auth/session.server.ts";
import { signIn } from "#app/auth/sign-in.server.ts";
import { signInForm } from "#app/organisation/person-form.ts";
import { paths } from "#app/paths.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { TextField } from "#app/ui/field.tsx";
import { FlashMessage } from "#app/ui/flash-message.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { readForm, refuse } from "./read-form.server.ts";
import { typedIn } from "./refused.ts";

export const meta = pageTitle("auth:signIn.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get("next"));
  if (await signedIn(request)) throw redirect(next ?? paths.home());
  return { next };
}

export async function action({ request }: ActionFunctionArgs) {
  const language = pickLanguage(request);
  const form = await request.formData();
  const read = readForm(form, signInForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const tried = await signIn(read.value.email, read.value.password);
  // A further step (second factor) will be a page of its own that this redirects to; today no check asks for one.
  if (tried.step !== "signed-in") return refuse(form, language, { "": "auth:signIn.refused" });
  await endSession(request);
  const headers = { "Set-Cookie": await startSession(tried.personId, request) };
  return redirect(nextPath(form.get("next")) ?? paths.home(), { headers });
}

export default function SignIn() {
  const { t } = useTranslation("auth");
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = typedIn(refused);
  return (
    <FrontPage title={t("signIn.title")} lead={next ? t("signIn.first") : undefined}>
      <FlashMessage />
      <Form method="post" noValidate>
        <FormErrorSummary errors={refused?.errors} />
        <Stack gap="md">
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <TextField name="email" type="email" label={t("signIn.email")} errors={refused?.errors} autoComplete="username" defaultValue={typed("email")} />
          <TextField name="password" type="password" label={t("signIn.password")} errors={refused?.errors} autoComplete="current-password" />
          <SubmitButton size="md">{t("signIn.submit")}</SubmitButton>
          <div>
            <Link to={paths.reset()}>{t("signIn.forgot")}</Link>
            <Text size="sm" c="dimmed" mt={4}>{t("signIn.invited")}</Text>
          </div>
        </Stack>
      </Form>
    </FrontPage>
  );
}
