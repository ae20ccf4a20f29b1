import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";

export const meta = pageTitle("auth:signIn.title");

export default function SignIn() {
  const { t } = useTranslation("auth");
  return (
    <FrontPage title={t("signIn.title")}>
      <Form method="post">
        <Stack gap="md">
          <TextInput name="email" type="email" label={t("signIn.email")} autoComplete="username" required withAsterisk={false} />
          <PasswordInput name="password" label={t("signIn.password")} autoComplete="current-password" required withAsterisk={false} />
          <Button type="submit" size="md">{t("signIn.submit")}</Button>
        </Stack>
      </Form>
    </FrontPage>
  );
}
