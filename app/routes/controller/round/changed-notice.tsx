import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** Agreements of a draft whose plan or concept has changed since, and the way to take them as they are now. */
export function ChangedNotice({ changed }: { changed: number }) {
  const { t } = useTranslation("round");
  return (
    <Notice tone="soon" title={t("renew.title", { count: changed })}>
      <p>{t("renew.text")}</p>
      <Form method="post" preventScrollReset><SubmitButton size="xs" intent="renew" variant="default">{t("renew.do")}</SubmitButton></Form>
    </Notice>
  );
}
