import { useTranslation } from "react-i18next";
import { TextField } from "#app/ui/field.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { NewPasswordField } from "./new-password-field.tsx";

type Props = { errors?: FieldErrors | null; name?: string; title?: string };

/** Name and job title of a person. */
export function NameFields({ errors, name, title }: Props) {
  const { t } = useTranslation("auth");
  return (
    <>
      <TextField name="name" label={t("person.name")} errors={errors} autoComplete="name" maxLength={100} defaultValue={name} />
      <TextField name="title" label={t("person.title")} hint={t("account.titleHint")} errors={errors} required={false} autoComplete="organization-title" maxLength={100} defaultValue={title} />
    </>
  );
}

/** Somebody new: name, job title and a password. */
export function NewPersonFields(props: Props) {
  const { t } = useTranslation("auth");
  return (
    <>
      <NameFields {...props} />
      <NewPasswordField label={t("person.password")} errors={props.errors} />
    </>
  );
}
