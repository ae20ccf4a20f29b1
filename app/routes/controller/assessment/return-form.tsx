import { Checkbox, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./assessment.module.css";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** Sends single questions back, each with its reason, under one new due date. */
export function ReturnForm({ view, refusal, soon, tomorrow }: { view: AssessmentView; refusal: Refusal | null; soon: string; tomorrow: string }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const mine = refusalOf(refusal, "return");
  return (
    <Panel title={t("return.title")} lead={t("return.lead")}>
      <details className={classes.open} open={mine !== null || undefined}>
        <summary>{t("return.open")}</summary>
        <Form method="post" className={classes.form}>
          <Stack gap="md">
            {mine ? <FormErrorSummary errors={{ "": mine.message }} /> : null}
            <ul className={classes.picks}>
              {view.returnable.map(({ name, title }) => (
                <li key={name} className={classes.pick}>
                  <Checkbox name="questions" value={name} id={`pick-${name}`} label={title} defaultChecked={mine?.picked.includes(name) ?? false} />
                  <div className={classes.why}>
                    <LongTextField name={`why-${name}`} required={false} label={t("return.whyOf", { title })} rows={2} maxLength={2000} defaultValue={mine?.typed[`why-${name}`] ?? ""} />
                  </div>
                </li>
              ))}
            </ul>
            <TextField name="dueOn" id="return-due" type="date" label={t("return.dueOn")} {...(view.dueOn ? { hint: t("return.dueNow", { date: format.date(view.dueOn) }) } : {})} min={tomorrow} defaultValue={mine?.typed.dueOn ?? soon} maw="14rem" />
            <p className={classes.small}>{t("return.ask")}</p>
            <div><SubmitButton intent="return">{t("return.do")}</SubmitButton></div>
          </Stack>
        </Form>
      </details>
    </Panel>
  );
}
