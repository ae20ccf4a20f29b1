import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LongTextField, RadioField, TickField } from "#app/ui/field.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./conclusion.module.css";
import type { ConclusionView } from "./grounds.tsx";

type Refused = { errors: FieldErrors; typed: { outcome: string; reason: string; message: string } };

/** The decision: one of three outcomes, the controller's own reason, what the processor reads, and a tick that one is sure. */
export function ConclusionForm({ view, refused }: { view: ConclusionView; refused: Refused | null }) {
  const { t } = useTranslation("assessment");
  const { proposal, barred } = view;
  const errors = refused?.errors ?? null;
  const options = (["in-order", "in-order-with-remarks", "not-in-order"] as const).map((outcome) => {
    const bar = barred.find((one) => one.outcome === outcome);
    return { value: outcome, label: t(`words:outcome.${outcome}`), disabled: bar !== undefined, hint: bar ? t(`conclude.refused.${bar.reason}`) : outcome === proposal.outcome ? t("conclude.asProposed") : t("conclude.takesReason") };
  });
  return (
    <Panel title={t("conclude.decide")}>
      <Form method="post" noValidate>
        <input type="hidden" name="seen" value={view.seen} />
        <Stack gap="lg" className={classes.form}>
          <FormErrorSummary errors={errors} />
          <RadioField name="outcome" label={t("conclude.outcome")} options={options} errors={errors} chosen={refused?.typed.outcome ?? proposal.outcome} />
          <LongTextField name="reason" required={false} label={t("conclude.reason")} hint={t("conclude.reasonHint")} errors={errors} rows={4} maxLength={10000} defaultValue={refused?.typed.reason ?? ""} />
          <LongTextField name="message" required={false} label={t("conclude.message")} hint={t("conclude.messageHint")} errors={errors} rows={4} maxLength={10000} defaultValue={refused?.typed.message ?? ""} />
          <TickField name="sure" value="yes" label={t("conclude.ask")} errors={errors} />
          <div><SubmitButton intent="conclude">{t("conclude.do")}</SubmitButton></div>
        </Stack>
      </Form>
    </Panel>
  );
}
