import { Group, Stack } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { Ladder, TakenStep } from "#app/supervision/escalation/ladders.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { TimelineEvent } from "#app/ui/timeline.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./hub.module.css";

type Props = { ladder: Ladder; mayDecide: boolean; errors: FieldErrors | null };

/** What was done because no answer came, what comes next, and the proposal that waits for the DPO. Nothing where nothing was or is to be done. */
export function HubLadder({ ladder, mayDecide, errors }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { taken, ahead, waiting, from, hasManager, registerId } = ladder;
  if (taken.length === 0 && ahead.length === 0 && !from) return null;
  return (
    <div id="ladder">
      <Panel title={t("escalation.title")} lead={t("escalation.lead")}>
        <Stack gap="md">
          {from ? <p className={classes.hint}>{t("escalation.from", { concept: from.concept })} <Link to={paths.supervision(from.supervisionId)}>{t("escalation.toFrom")}</Link></p> : null}
          {waiting ? <Proposal waiting={waiting} mayDecide={mayDecide} errors={errors} /> : null}
          {taken.length > 0 ? <Timeline label={t("escalation.title")} events={taken.map((step) => eventOf(step, t))} /> : null}
          {ahead.length > 0 ? (
            <ul className={classes.ahead}>
              {ahead.map(({ step, on, toConcept }) => <li key={step}>{t(`escalation.ahead.${step}`, { date: format.date(on), concept: toConcept })}</li>)}
            </ul>
          ) : null}
          {!hasManager && ahead.length > 0 && !taken.some(({ step }) => step === "manager") ? <p className={classes.hint}>{t("escalation.noManager")} <Link to={paths.processorEdit(registerId)}>{t("escalation.addManager")}</Link></p> : null}
        </Stack>
      </Panel>
    </div>
  );
}

function Proposal({ waiting, mayDecide, errors }: { waiting: TakenStep; mayDecide: boolean; errors: FieldErrors | null }) {
  const { t } = useTranslation("supervision");
  const values = { from: waiting.fromConcept, to: waiting.toConcept };
  return (
    <Notice tone="soon" title={t("escalation.proposal", values)}>
      <p>{t("escalation.proposalText", { days: waiting.overdueDays, ...values })}</p>
      <FormErrorSummary errors={errors} />
      {mayDecide ? (
        <Group gap="sm" align="flex-start">
          <ConfirmButton label={t("escalation.accept", values)} primary intent="accept-step-up" confirm={t("escalation.acceptConfirm")} question={t("escalation.acceptQuestion", values)}>
            <LongTextField name="note" label={t("escalation.note")} hint={t("escalation.noteHint")} required={false} rows={2} maxLength={2_000} w="100%" />
          </ConfirmButton>
          <ConfirmButton label={t("escalation.decline")} intent="decline-step-up" confirm={t("escalation.decline")} question={t("escalation.declineQuestion")}>
            <LongTextField name="declineReason" label={t("due.reason")} hint={t("escalation.declineHint")} errors={errors} rows={2} maxLength={2_000} w="100%" />
          </ConfirmButton>
        </Group>
      ) : <p>{t("escalation.waitsForDpo")}</p>}
    </Notice>
  );
}

function eventOf({ id, step, state, at, told, overdueDays, toConcept, fromConcept, reason, decidedByName, nextSupervisionId }: TakenStep, t: (key: string, values?: Record<string, unknown>) => string): TimelineEvent {
  const decided = state === "accepted" || state === "declined";
  return {
    id, at, icon: step === "step-up" ? "up" : "mail", tone: state === "proposed" ? "soon" : state === "accepted" ? "ok" : "wait",
    title: t(`escalation.step.${step}`, { from: fromConcept, to: toConcept }), by: t("escalation.overdue", { count: overdueDays }),
    text: (
      <>
        {told ? <div>{t("escalation.told", { told })}</div> : null}
        {state === "lapsed" ? <div>{t("escalation.state.lapsed")}</div> : null}
        {decided ? <div>{t(`escalation.state.${state}`, { name: decidedByName ?? "" })}{reason ? ` ${reason}` : ""}</div> : null}
        {nextSupervisionId ? <div><Link to={paths.supervision(nextSupervisionId)}>{t("escalation.toNext")}</Link></div> : null}
      </>
    ),
  };
}
