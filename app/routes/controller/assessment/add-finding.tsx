import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LongTextField, SelectField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./assessment.module.css";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** Notes a finding the rules did not catch. */
export function AddFinding({ titles, refusal }: { titles: readonly { name: string; title: string }[]; refusal: Refusal | null }) {
  const { t } = useTranslation("finding");
  const mine = refusalOf(refusal, "add-finding");
  return (
    <details className={`${classes.open} ${classes.below}`} open={mine !== null || undefined}>
      <summary>{t("add.title")}</summary>
      <Form method="post" className={classes.form}>
        <Stack gap="sm" maw="36rem">
          {mine ? <FormErrorSummary errors={{ "": mine.message }} /> : null}
          <LongTextField name="body" id="finding-body" label={t("add.body")} hint={t("add.lead")} rows={3} maxLength={4000} defaultValue={mine?.typed.body ?? ""} />
          <SelectField name="severity" id="finding-severity" label={t("add.severity")} defaultValue={mine?.typed.severity ?? "minor"} data={(["critical", "major", "minor", "notice"] as const).map((one) => ({ value: one, label: t(`words:severity.${one}`) }))} />
          <SelectField name="question" id="finding-question" label={t("add.question")} defaultValue={mine?.typed.question ?? ""} data={[{ value: "", label: t("add.whole") }, ...titles.map(({ name, title }) => ({ value: name, label: title }))]} />
          <TickField name="blocking" id="finding-blocking" value="yes" required={false} label={t("add.blocking")} defaultChecked={mine?.typed.blocking === "yes"} />
          <div><SubmitButton intent="add-finding" size="compact-md">{t("add.do")}</SubmitButton></div>
        </Stack>
      </Form>
    </details>
  );
}
