import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";

type Props = { days: readonly number[]; errors?: FieldErrors; typed: (name: string, otherwise: string) => string | undefined };

/** Days past the due date at which each step of the escalation ladder is taken. */
export function EscalationPanel({ days, errors, typed }: Props) {
  const { t } = useTranslation("organisation");
  const names = ["reminderDays", "managerDays", "stepUpDays"] as const;
  return (
    <Panel title={t("escalation.title")} lead={t("escalation.lead")}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        {names.map((name, place) => (
          <TextField
            key={name} name={name} label={t(`escalation.${name}`)} hint={t(`escalation.${name}Hint`)} errors={errors} inputMode="numeric" maxLength={3} maw="14rem"
            defaultValue={typed(name, String(days[place] ?? ""))}
          />
        ))}
      </SimpleGrid>
    </Panel>
  );
}
