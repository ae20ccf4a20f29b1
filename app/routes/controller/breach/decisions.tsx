import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import type { LoadedBreach } from "#app/supervision/breach/load-breach.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { LongTextField, RadioField, TextField } from "#app/ui/field.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { RecordRefused } from "./act.server.ts";
import classes from "./breach.module.css";

type Props = { breach: LoadedBreach; refused: RecordRefused | null };
const local = (iso: string | null) => (iso === null ? "" : localTimeOf(new Date(iso)));

/** What the controller decides: the authority, the persons, and that it is over. */
export function Decisions({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const { version, authorityDecision, highRisk, closedAt } = breach;
  const closing = refused?.intent === "close" || refused?.intent === "reopen" ? refused : null;
  return (
    <Panel title={t("decide.title")}>
      <Stack gap="lg">
        <Facts facts={[
          { term: t("decide.authority"), value: <Said first={authorityDecision === "" ? t("decision.none") : authorityDecision === "notified" ? t("decision.notifiedAt", { at: format.dateTime(breach.authorityNotifiedAt ?? "") }) : t("decision.not-required")} reason={breach.authorityReason} /> },
          { term: t("decide.persons"), value: <Said first={highRisk === null ? t("decide.riskOpen") : highRisk ? (breach.personsInformedAt ? t("decide.informedAt", { at: format.dateTime(breach.personsInformedAt) }) : t("decide.notInformed")) : t("decide.lowRisk")} reason={breach.personsReason} /> },
        ]} />
        {closedAt ? null : (
          <div>
            <Fold intent="authority" open={refused?.intent === "authority"} summary={t(authorityDecision === "" ? "decide.doAuthority" : "decide.changeAuthority")}><Authority breach={breach} refused={refused?.intent === "authority" ? refused : null} /></Fold>
            <Fold intent="persons" open={refused?.intent === "persons"} summary={t(highRisk === null ? "decide.doPersons" : "decide.changePersons")}><Persons breach={breach} refused={refused?.intent === "persons" ? refused : null} /></Fold>
          </div>
        )}
        {closing ? <Notice tone="late" role="alert" title={closing.errors[""]} /> : null}
        <div>
          {closedAt
            ? <ConfirmButton intent="reopen" label={t("decide.reopen")} question={t("decide.reopenAsk")} confirm={t("decide.reopen")} fields={{ version: String(version) }} />
            : <ConfirmButton intent="close" label={t("decide.close")} question={t("decide.closeAsk")} confirm={t("decide.close")} fields={{ version: String(version) }} />}
        </div>
      </Stack>
    </Panel>
  );
}

function Said({ first, reason }: { first: string; reason: string }) {
  return <>{first}{reason ? <span className={classes.quiet}>{reason}</span> : null}</>;
}

function Fold({ open, summary, children }: { intent: string; open: boolean; summary: string; children: ReactNode }) {
  return <details className={classes.fold} open={open || undefined}><summary>{summary}</summary>{children}</details>;
}

function Authority({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const typed = (name: string, stored: string) => refused?.typed[name] ?? stored;
  return (
    <Form method="post" noValidate className={classes.form}>
      <Stack gap="md">
        <FormErrorSummary errors={refused?.errors} />
        <input type="hidden" name="version" value={breach.version} />
        <RadioField name="decision" label={t("decide.authorityAsk")} hint={t("decide.authorityHint")} errors={refused?.errors} chosen={typed("decision", breach.authorityDecision)} options={(["notified", "not-required"] as const).map((value) => ({ value, label: t(`decision.${value}`) }))} />
        <TextField name="notifiedAt" type="datetime-local" label={t("decide.toldAt")} hint={t("decide.toldAtHint")} errors={refused?.errors} required={false} maw="18rem" defaultValue={typed("notifiedAt", local(breach.authorityNotifiedAt))} />
        <LongTextField name="reason" label={t("decide.reason")} hint={t("decide.authorityReasonHint")} errors={refused?.errors} required={false} rows={3} autosize minRows={3} maxLength={8000} defaultValue={typed("reason", breach.authorityReason)} />
        <div><SubmitButton intent="authority">{t("decide.save")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}

function Persons({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const typed = (name: string, stored: string) => refused?.typed[name] ?? stored;
  // The other form has a reason too: ids tell them apart.
  const own = refused ? {} : { id: "persons-reason" };
  return (
    <Form method="post" noValidate className={classes.form}>
      <Stack gap="md">
        <FormErrorSummary errors={refused?.errors} />
        <input type="hidden" name="version" value={breach.version} />
        <RadioField name="risk" label={t("decide.risk")} hint={t("decide.riskHint")} errors={refused?.errors} chosen={typed("risk", breach.highRisk === null ? "" : breach.highRisk ? "high" : "low")} options={(["high", "low"] as const).map((value) => ({ value, label: t(`risk.${value}`) }))} />
        <TextField name="informedAt" type="datetime-local" label={t("decide.informed")} hint={t("decide.informedHint")} errors={refused?.errors} required={false} maw="18rem" defaultValue={typed("informedAt", local(breach.personsInformedAt))} />
        <LongTextField name="reason" {...own} label={t("decide.reason")} hint={t("decide.personsReasonHint")} errors={refused?.errors} required={false} rows={3} autosize minRows={3} maxLength={8000} defaultValue={typed("reason", breach.personsReason)} />
        <div><SubmitButton intent="persons">{t("decide.save")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}
