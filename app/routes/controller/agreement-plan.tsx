import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./agreement-hub.module.css";

/** When the next supervision is due, and the way to change it. */
export function Plan({ agreement, errors }: { agreement: LoadedAgreement; errors?: FieldErrors }) {
  const { t } = useTranslation("agreement");
  const { concept, nextDueOn, today, may, ended, underWay } = agreement;
  return (
    <Panel title={t("plan.title")}>
      <p className={classes.due}>
        {concept === null ? t("plan.noConcept") : nextDueOn === null ? t(concept === 1 ? "plan.conceptOne" : "plan.onEvent") : <DueDate on={nextDueOn} today={today} settled={ended || underWay !== null} />}
      </p>
      {may && concept !== null && !ended ? (
        <details className={classes.change} open={errors?.nextDueOn !== undefined}>
          <summary>{t("plan.change")}</summary>
          <Form method="post" noValidate className={classes.planForm}>
            <TextField name="nextDueOn" type="date" label={t("plan.day")} hint={t("plan.hint")} errors={errors} required={false} defaultValue={nextDueOn ?? ""} />
            <div><SubmitButton size="xs" intent="plan">{t("plan.save")}</SubmitButton></div>
          </Form>
        </details>
      ) : null}
    </Panel>
  );
}
