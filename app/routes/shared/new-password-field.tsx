import { useTranslation } from "react-i18next";
import { TextField } from "#app/ui/field.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";

/** A password to be chosen, with what makes a good one. */
export function NewPasswordField({ label, errors }: { label: string; errors?: FieldErrors | null }) {
  const { t } = useTranslation("auth");
  return <TextField name="password" type="password" label={label} hint={t("person.passwordHint")} errors={errors} autoComplete="new-password" />;
}
