import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";

/** Signs out, and leads on to `next` after signing in again. */
export function SignOutButton({ next }: { next?: string }) {
  const { t } = useTranslation("auth");
  return (
    <form method="post" action={paths.signOut()}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Button type="submit" variant="default">{t("invitation.signOut")}</Button>
    </form>
  );
}
