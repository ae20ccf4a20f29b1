import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LEVELS } from "#app/domain/scoring/level.ts";
import type { AssessedQuestion } from "#app/supervision/assessment/present.ts";
import { LongTextField, SelectField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./assessment.module.css";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

type Props = { question: string; title: string; judged: AssessedQuestion; working: boolean; refusal: Refusal | null };

/** What an answer claims, what was decided and by whom, and the form that decides. */
export function DecisionForm({ question, title, judged, working, refusal }: Props) {
  const { t } = useTranslation("assessment");
  const { claimed, critical, decision } = judged;
  const mine = refusalOf(refusal, "assess", { question });
  return (
    <>
      <dl className={classes.levels}>
        <div><dt>{t("decision.claims")}</dt><dd><StateBadge kind="level" value={claimed} /></dd></div>
        {decision ? (
          <div>
            <dt>{t("decision.decided")}</dt>
            <dd>
              <StateBadge kind="level" value={decision.level} />
              {decision.naAccepted === false ? <Mark tone="late" icon="cross">{t("decision.naRejected")}</Mark> : null}
            </dd>
          </div>
        ) : null}
        {critical ? <div><dt className="visually-hidden">{t("decision.weight")}</dt><dd><Mark tone="rest" icon="alert">{t("decision.critical")}</Mark></dd></div> : null}
      </dl>
      {decision ? (
        <p className={classes.small}>
          {decision.reason ? <span className={classes.reason}>{decision.reason}</span> : null}
          {t("decision.by", { name: decision.byName })}
          {decision.stands ? null : <strong> {t("decision.stale")}</strong>}
        </p>
      ) : null}
      {working ? (
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
      ) : null}
    </>
  );
}
