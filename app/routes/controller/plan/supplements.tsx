import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedPlan } from "#app/agreement/plan/load-plan.server.ts";
import { INTERVALS } from "#app/agreement/plan/plan-form.ts";
import { CONCEPTS } from "#app/domain/concept/concept.ts";
import { addMonths } from "#app/domain/time/iso-date.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./agreement-plan.module.css";
import { useInterval } from "./use-interval.ts";

/** A further supervision beside the cycle, with the guide's own example in one step. */
export function Supplements({ plan, returned }: { plan: LoadedPlan; returned?: Refused }) {
  const { t } = useTranslation("plan");
  const every = useInterval();
  const mine = returned?.typed.intent?.[0] === "add" ? returned : undefined;
  const typed = typedIn(mine);
  return (
    <Panel title={t("add.title")} lead={t("add.lead")}>
      {plan.between ? (
        <Form method="post" className={classes.between}>
          <p><strong>{t("between.title")}</strong></p>
          <p>{t("between.text")} <span className="quiet">{sourceWords(t, "004:292")}</span></p>
          <div><SubmitButton size="xs" intent="between">{t("between.do")}</SubmitButton></div>
        </Form>
      ) : null}
      <Form method="post" noValidate className={classes.row} key={plan.lines.length}>
        <SelectField name="concept" label={t("add.concept")} errors={mine?.errors} defaultValue={typed("concept", "3")} data={CONCEPTS.filter((one) => one > 1).map((one) => ({ value: String(one), label: `${one} · ${t(`words:concept.short.${one}`)}` }))} />
        <SelectField name="intervalMonths" label={t("add.interval")} errors={mine?.errors} defaultValue={typed("intervalMonths", "12")} data={INTERVALS.map((months) => ({ value: String(months), label: every(months) }))} />
        <TextField name="nextDueOn" type="date" label={t("add.first")} errors={mine?.errors} defaultValue={typed("nextDueOn", addMonths(plan.today, 12))} />
        <SubmitButton intent="add">{t("add.submit")}</SubmitButton>
      </Form>
    </Panel>
  );
}
