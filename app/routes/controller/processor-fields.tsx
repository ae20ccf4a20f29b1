import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { TextField } from "#app/ui/field.tsx";
import classes from "./processor.module.css";

type Props = {
  errors?: FieldErrors;
  /** What a field begins with. */
  typed: (name: string) => string | undefined;
  /** Name and CVR number come from the directory and stand fast. */
  fixed?: boolean;
  cvrFixed?: boolean;
};

/** The fields of a processor: who it is, and whom to write to. */
export function ProcessorFields({ errors, typed, fixed = false, cvrFixed = fixed }: Props) {
  const { t } = useTranslation("processor");
  return (
    <Stack gap="md">
      <TextField name="name" label={t("fields.name")} errors={errors} defaultValue={typed("name")} readOnly={fixed} maxLength={200} autoComplete="off" />
      <TextField
        name="cvr" label={t("fields.cvr")} hint={t(cvrFixed ? "fields.cvrFixed" : "fields.cvrHint")} errors={errors} required={false} defaultValue={typed("cvr")} readOnly={cvrFixed}
        inputMode="numeric" maxLength={14} autoComplete="off" classNames={{ wrapper: classes.short }}
      />
      <TextField name="contactName" label={t("fields.contactName")} hint={t("fields.contactHint")} errors={errors} required={false} defaultValue={typed("contactName")} maxLength={200} autoComplete="off" />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="contactEmail" type="email" label={t("fields.contactEmail")} errors={errors} required={false} defaultValue={typed("contactEmail")} maxLength={254} autoComplete="off" />
        <TextField name="contactPhone" type="tel" label={t("fields.contactPhone")} errors={errors} required={false} defaultValue={typed("contactPhone")} maxLength={40} autoComplete="off" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="managerName" label={t("fields.managerName")} hint={t("fields.managerHint")} errors={errors} required={false} defaultValue={typed("managerName")} maxLength={200} autoComplete="off" />
        <TextField name="managerEmail" type="email" label={t("fields.managerEmail")} hint={t("fields.managerEmailHint")} errors={errors} required={false} defaultValue={typed("managerEmail")} maxLength={254} autoComplete="off" />
      </SimpleGrid>
    </Stack>
  );
}
