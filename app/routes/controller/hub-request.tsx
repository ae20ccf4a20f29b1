import { Button, Group, Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { SupervisionView } from "#app/supervision/find-supervision.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./hub.module.css";

type Props = { supervision: SupervisionView; mayWork: boolean; mayRemind: boolean; errors: FieldErrors | null };

/** The request: to whom, when, by whom; and what can still be done with it while the processor has it. */
export function HubRequest({ supervision, mayWork, mayRemind, errors }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { id, request, state, sentAt, dueOn, periodFrom, periodTo, response, withdrawReason } = supervision;
  const waiting = state === "sent" || state === "answering" || state === "returned";
  const failed = Boolean(errors && !errors.recipientEmail && Object.keys(errors).length > 0);
  return (
    <Panel title={t("hub.request")} actions={<Link to={paths.request(id)}>{t(state === "draft" ? "hub.editRequest" : "hub.readRequest")}</Link>}>
      <Facts facts={[
        { term: t("request.recipient"), value: request?.recipientEmail ? `${request.recipientName} <${request.recipientEmail}>`.trim() : t("request.noRecipient") },
        ...(sentAt ? [{ term: t("hub.sent"), value: t("hub.sentBy", { at: format.dateTime(sentAt), name: request?.sentByName ?? "" }) }] : []),
        { term: t("list.due"), value: dueOn === null ? "–" : format.date(dueOn) },
        { term: t("new.period"), value: periodTo === null ? "–" : periodFrom === null ? t("hub.periodTo", { to: format.date(periodTo) }) : t("hub.periodFromTo", { from: format.date(periodFrom), to: format.date(periodTo) }) },
        ...(response ? [{ term: t("hub.begun"), value: format.dateTime(response.startedAt) }] : []),
        ...(state === "withdrawn" ? [{ term: t("hub.withdrawReason"), value: withdrawReason }] : []),
      ]} />
      {mayWork && waiting ? (
        <Stack gap="sm" mt="md" className={classes.moves}>
          <details open={failed || undefined} className={classes.move}>
            <summary>{t("due.open")}</summary>
            <Form method="post" className={classes.panel}>
              <Stack gap="sm">
                <FormErrorSummary errors={failed ? errors : null} />
                <TextField name="dueOn" type="date" label={t("due.newDate")} hint={t("due.hint")} errors={errors} defaultValue={dueOn ?? ""} maw="14rem" />
                <LongTextField name="reason" label={t("due.reason")} hint={t("due.reasonHint")} errors={errors} rows={2} maxLength={2000} />
                <Group><SubmitButton intent="due">{t("due.change")}</SubmitButton></Group>
              </Stack>
            </Form>
          </details>
          <details open={Boolean(errors?.recipientEmail) || undefined} className={classes.move}>
            <summary>{t("readdress.open")}</summary>
            <Form method="post" className={classes.panel}>
              <Stack gap="sm">
                <FormErrorSummary errors={errors?.recipientEmail ? errors : null} />
                <p className={classes.hint}>{t("readdress.text")}</p>
                <TextField name="recipientName" label={t("request.recipientName")} required={false} maxLength={100} autoComplete="off" />
                <TextField name="recipientEmail" type="email" label={t("request.recipientEmail")} errors={errors} maxLength={254} autoComplete="off" />
                <Group><SubmitButton intent="readdress">{t("readdress.send")}</SubmitButton></Group>
              </Stack>
            </Form>
          </details>
          <Group gap="sm">
            {mayRemind ? <Form method="post"><SubmitButton intent="remind" variant="default" size="compact-sm">{t("next.remind.action")}</SubmitButton></Form> : null}
            <Button component={Link} to={paths.withdraw(id)} variant="subtle" color="red" size="compact-sm">{t("withdraw.link")}</Button>
          </Group>
        </Stack>
      ) : null}
      {mayWork && state === "draft" ? <Button component={Link} to={paths.withdraw(id)} variant="subtle" color="red" size="compact-sm" mt="md">{t("withdraw.linkDraft")}</Button> : null}
    </Panel>
  );
}
