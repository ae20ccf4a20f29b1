import { Group, SimpleGrid, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/text/language.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Draft = { recipientName: string; recipientEmail: string; message: string; dueOn: string | null; language: string; hasOrganisation: boolean; processorName: string; seen: { version: number; hash: string } };
type Props = { draft: Draft; today: string; errors: FieldErrors | null; typed: Record<string, string> | null };

/** The parts of a request the controller writes, with "send" as the one step that counts. */
export function RequestForm({ draft, today, errors, typed }: Props) {
  const { t } = useTranslation("supervision");
  const value = (name: Exclude<keyof Draft, "seen">) => typed?.[name] ?? String(draft[name] ?? "");
  return (
    <Panel title={t("request.write")} lead={t("request.writeLead")}>
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={draft.seen.version} />
        <input type="hidden" name="hash" value={draft.seen.hash} />
        <Stack gap="md">
          <FormErrorSummary errors={errors} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextField name="recipientName" label={t("request.recipientName")} errors={errors} required={false} defaultValue={value("recipientName")} autoComplete="off" maxLength={100} />
            <TextField name="recipientEmail" type="email" label={t("request.recipientEmail")} errors={errors} defaultValue={value("recipientEmail")} autoComplete="off" maxLength={254} />
            <TextField name="dueOn" type="date" label={t("request.due")} hint={t("request.dueHint")} errors={errors} defaultValue={value("dueOn")} min={today} />
            <SelectField name="language" label={t("request.language")} hint={t("request.languageHint")} errors={errors} defaultValue={value("language")} data={languages.map((one) => ({ value: one, label: t(`frame:language.${one}`) }))} />
          </SimpleGrid>
          <LongTextField name="message" label={t("request.message")} errors={errors} rows={12} defaultValue={value("message")} maxLength={10_000} />
          <Notice title={t(draft.hasOrganisation ? "request.opensThere" : "request.invites", { processor: draft.processorName })}>
            <p>{t(draft.hasOrganisation ? "request.opensThereText" : "request.invitesText", { processor: draft.processorName })}</p>
          </Notice>
          <Group gap="sm">
            <SubmitButton intent="send">{t("request.send")}</SubmitButton>
            <SubmitButton intent="save" variant="default">{t("request.save")}</SubmitButton>
          </Group>
        </Stack>
      </Form>
    </Panel>
  );
}
