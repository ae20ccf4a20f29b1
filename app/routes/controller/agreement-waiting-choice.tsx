import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecideRefusal } from "#app/agreement/may.ts";
import type { PresentedChoice } from "#app/agreement/present.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { LongTextField, RadioField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-concept.module.css";

/** A choice below the band that waits for a DPO: what is asked for and why, and the decision for the one who may make it. */
export function WaitingChoice({ choice, refusal, due, returned }: { choice: PresentedChoice; refusal: DecideRefusal | null; due: string | null; returned?: Refused }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const typed = typedIn(returned);
  return (
    <Panel title={t("decision.title")} lead={t("decision.lead", { concept: choice.concept, minimum: choice.minimum })}>
      <Facts facts={[
        { term: t("decision.state"), value: <StateBadge kind="choice" value={choice.state} /> },
        { term: t("decision.concept"), value: <ConceptBadge concept={choice.concept} /> },
        { term: t("decision.by"), value: `${choice.chosenByName}, ${format.dateTime(choice.chosenAt)}` },
        { term: t("concept.reason"), value: <span className={classes.said}>{choice.reason}</span> },
      ]} />
      {refusal ? <div className={classes.answer}><Notice title={t(`decision.refused.${refusal}.title`)}><p>{t(`decision.refused.${refusal}.text`)}</p></Notice></div> : (
        <Form method="post" noValidate className={classes.decide}>
          <FormErrorSummary errors={returned?.errors} />
          <input type="hidden" name="choiceId" value={choice.id} />
          <RadioField
            name="decision" label={t("decision.question")} errors={returned?.errors} chosen={typed("decision") ?? null}
            options={[{ value: "approve", label: t("decision.approve"), hint: t("decision.approveHint") }, { value: "reject", label: t("decision.reject"), hint: t("decision.rejectHint") }]}
          />
          <LongTextField name="note" label={t("decision.note")} hint={t("decision.noteHint")} errors={returned?.errors} required={false} defaultValue={typed("note")} rows={3} maxLength={4000} />
          <TextField name="nextDueOn" type="date" label={t("concept.nextDue")} hint={t("decision.dueHint")} errors={returned?.errors} required={false} defaultValue={typed("nextDueOn") ?? due ?? ""} classNames={{ wrapper: classes.day }} />
          <div><SubmitButton intent="decide">{t("decision.submit")}</SubmitButton></div>
        </Form>
      )}
    </Panel>
  );
}
