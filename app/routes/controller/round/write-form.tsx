import { Group, SimpleGrid, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { blankWord, BLANKS } from "#app/supervision/round/round-message.ts";
import { LONGEST_TEMPLATE } from "#app/supervision/round/round-form.ts";
import { isLanguage, languages } from "#app/text/language.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useLanguage } from "#app/ui/use-language.ts";

type Draft = { title: string; dueOn: string | null; language: string; message: string; version: number };
type Props = { round: Draft; today: string; errors: FieldErrors | null; typed: Record<string, string> | null };

/** What all requests of the round have in common. */
export function WriteForm({ round, today, errors, typed }: Props) {
  const { t } = useTranslation("round");
  const own = useLanguage();
  const spoken = isLanguage(own) ? own : "da";
  const value = (name: keyof Draft) => typed?.[name] ?? String(round[name] ?? "");
  const mine = errors && !errors[""] && !errors.item ? errors : null;
  return (
    <Panel title={t("page.write")} lead={t("page.writeLead")}>
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={round.version} />
        <Stack gap="md">
          <FormErrorSummary errors={mine} />
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
            <TextField name="title" label={t("page.name")} errors={mine} defaultValue={value("title")} maxLength={150} autoComplete="off" />
            <TextField name="dueOn" type="date" label={t("page.due")} hint={t("page.dueHint")} errors={mine} defaultValue={value("dueOn")} min={today} />
            <SelectField name="language" label={t("page.language")} hint={t("page.languageHint")} errors={mine} defaultValue={value("language")} data={languages.map((one) => ({ value: one, label: t(`frame:language.${one}`) }))} />
          </SimpleGrid>
          <LongTextField
            name="message" label={t("page.message")} errors={mine} rows={12} defaultValue={value("message")} maxLength={LONGEST_TEMPLATE}
            hint={t("page.messageHint", { blanks: BLANKS.map((blank) => blankWord(blank, spoken)).join(" "), request: blankWord("request", spoken) })}
          />
          <Group><SubmitButton intent="save">{t("page.save")}</SubmitButton></Group>
        </Stack>
      </Form>
    </Panel>
  );
}
