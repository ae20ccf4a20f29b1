import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LEVELS } from "#app/domain/scoring/level.ts";
import type { AssessedQuestion } from "#app/supervision/assessment/present.ts";
import { LongTextField, SelectField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./assessment.module.css";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

type Props = { question: string; title: string; judged: AssessedQuestion; refusal: Refusal | null };

/** The form that decides on one answer. */
export function DecisionForm({ question, title, judged, refusal }: Props) {
  const { t } = useTranslation("assessment");
  const { claimed, decision } = judged;
  const mine = refusalOf(refusal, "assess", { question });
  return (
    <details className={classes.open} open={mine !== null || undefined}>
      <summary aria-label={t(decision ? "decision.changeOf" : "decision.openOf", { title })}>{t(decision ? "decision.change" : "decision.open")}</summary>
      <Form method="post" preventScrollReset className={classes.form}>
        <input type="hidden" name="question" value={question} />
        <input type="hidden" name="version" value={decision?.version ?? 0} />
        <Stack gap="sm">
          {mine ? <FormErrorSummary errors={{ "": mine.message }} /> : null}
          <SelectField
            name="level" id={`level-${question}`} label={t("decision.level")} defaultValue={mine?.typed.level ?? decision?.level ?? claimed}
            data={LEVELS.map((level) => ({ value: level, label: t(`words:level.${level}`) }))}
          />
          {claimed === "not-applicable" ? (
            <TickField name="naAccepted" id={`na-${question}`} value="yes" required={false} label={t("decision.naAccepted")} defaultChecked={mine ? mine.typed.naAccepted === "yes" : decision?.naAccepted !== false} />
          ) : null}
          <LongTextField name="reason" id={`reason-${question}`} required={false} label={t("decision.reason")} hint={t("decision.reasonHint")} rows={3} maxLength={4000} defaultValue={mine?.typed.reason ?? decision?.reason ?? ""} />
          <div><SubmitButton intent="assess" size="compact-md">{t("decision.save")}</SubmitButton></div>
        </Stack>
      </Form>
    </details>
  );
}
