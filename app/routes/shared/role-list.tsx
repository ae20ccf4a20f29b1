import { useTranslation } from "react-i18next";
import { TicksField } from "#app/ui/field.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";

/** Role names as words. */
export function useRoleNames(): (roles: readonly string[]) => string {
  const { t } = useTranslation("words");
  return (roles) => roles.map((role) => t(`role.${role}`)).join(", ");
}

/** The roles an organisation can give, each with what it may do. */
export function RolesField({ label, roles, chosen, errors }: { label: string; roles: readonly string[]; chosen: readonly string[]; errors?: FieldErrors | null }) {
  const { t } = useTranslation("organisation");
  const options = roles.map((role) => ({ value: role, label: t(`words:role.${role}`), hint: t(`role.${role}`) }));
  return <TicksField name="roles" label={label} errors={errors} options={options} chosen={chosen} />;
}
