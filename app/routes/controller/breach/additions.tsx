import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import type { LoadedBreach } from "#app/supervision/breach/load-breach.server.ts";
import { LongTextField, TextField, TicksField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { RecordRefused } from "./act.server.ts";
import classes from "./breach.module.css";

type Props = { breach: LoadedBreach; refused: RecordRefused | null };

/** Under which agreement it falls; in the way while none is named, folded away once one is. */
export function Assign({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const back = refused?.intent === "assign" ? refused : null;
  if (!breach.may || breach.choices.length === 0) return null;
  const form = (
    <Form method="post" noValidate className={classes.form} key={breach.version}>
      <Stack gap="md">
        <FormErrorSummary errors={back?.errors} />
        <input type="hidden" name="version" value={breach.version} />
        <TicksField
          name="agreementIds" label={t("assign.agreement")} hint={t("assign.hint")} errors={back?.errors} required={false} chosen={back?.ticked ?? breach.agreements.map(({ id }) => id)}
          options={breach.choices.map(({ id, title, status }) => ({ value: id, label: status === "ended" ? t("assign.ended", { title }) : title }))}
        />
        <div><SubmitButton intent="assign">{t("assign.submit")}</SubmitButton></div>
      </Stack>
    </Form>
  );
  return (
    <Panel title={t("assign.title")} lead={breach.agreements.length > 0 ? undefined : t("assign.lead")}>
      {breach.agreements.length > 0 ? <details className={classes.fold} open={back !== null || undefined}><summary>{t("assign.change", { titles: breach.agreements.map(({ title }) => title).join(", ") })}</summary>{form}</details> : form}
    </Panel>
  );
}

/** The controller's own words, and when it learned of the breach. */
export function Additions({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const back = refused?.intent === "additions" ? refused : null;
  const aware = localTimeOf(new Date(breach.awareAt));
  return (
    <Panel title={t("additions.title")} lead={t("additions.lead")}>
      <p className={classes.plain}>{t("additions.aware", { at: format.dateTime(breach.awareAt) })}</p>
      {breach.notes ? <p className={classes.said}>{breach.notes}</p> : null}
      {breach.may ? (
        <details className={classes.fold} open={back !== null || undefined} key={breach.version}>
          <summary>{t(breach.closedAt ? "additions.editNotes" : "additions.edit")}</summary>
          <Form method="post" noValidate className={classes.form}>
            <Stack gap="md">
              <FormErrorSummary errors={back?.errors} />
              <input type="hidden" name="version" value={breach.version} />
              {breach.closedAt ? <input type="hidden" name="awareAt" value={aware} /> : (
                <>
                  <TextField name="awareAt" type="datetime-local" label={t("additions.awareAt")} hint={t("additions.awareHint")} errors={back?.errors} maw="18rem" defaultValue={back?.typed.awareAt ?? aware} />
                  <LongTextField name="awareReason" label={t("additions.awareReason")} hint={t("additions.awareReasonHint")} errors={back?.errors} required={false} rows={2} autosize minRows={2} maxLength={8000} defaultValue={back?.typed.awareReason ?? ""} />
                </>
              )}
              <LongTextField name="notes" label={t("additions.notes")} hint={t("additions.notesHint")} errors={back?.errors} required={false} rows={4} autosize minRows={4} maxLength={8000} defaultValue={back?.typed.notes ?? breach.notes} />
              <div><SubmitButton intent="additions">{t("additions.submit")}</SubmitButton></div>
            </Stack>
          </Form>
        </details>
      ) : null}
    </Panel>
  );
}
