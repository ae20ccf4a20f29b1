import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LongTextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./assessment.module.css";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** Asks the processor about one question, or with "" about the whole answer. */
export function AskForm({ question, title, refusal }: { question: string; title: string; refusal: Refusal | null }) {
  const { t } = useTranslation("assessment");
  const mine = refusalOf(refusal, "ask", { question });
  return (
    <details className={classes.open} open={mine !== null || undefined}>
      <summary aria-label={question === "" ? undefined : t("threads.askAbout", { title })}>{t(question === "" ? "threads.askWhole" : "threads.ask")}</summary>
      <Form method="post" className={classes.form}>
        <input type="hidden" name="question" value={question} />
        <Stack gap="sm">
          {mine ? <FormErrorSummary errors={{ "": mine.message }} /> : null}
          <LongTextField name="body" id={`ask-${question || "whole"}`} label={t("threads.body")} hint={t("threads.bodyHint")} rows={3} maxLength={10000} defaultValue={mine?.typed.body ?? ""} />
          <div><SubmitButton intent="ask" size="compact-md">{t("threads.send")}</SubmitButton></div>
        </Stack>
      </Form>
    </details>
  );
}
