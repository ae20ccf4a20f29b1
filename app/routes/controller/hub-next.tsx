import { Button, Group } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NextStep } from "#app/supervision/next-step.ts";
import type { SupervisionView } from "#app/supervision/find-supervision.server.ts";
import { paths } from "#app/paths.ts";
import { daysBetween } from "#app/text/format.ts";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";

type Props = { supervision: SupervisionView; next: NextStep; today: string; mayWork: boolean };

/** What the supervision waits for, and the one thing to do about it. */
export function HubNext({ supervision, next, today, mayWork }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { id, processorName, processorId, dueOn, response, state, agreementId } = supervision;
  const due = dueOn === null ? "" : `${format.date(dueOn)} (${format.due(daysBetween(today, dueOn))})`;
  const waitsFor = processorId === null && (next === "wait" || next === "remind") ? `${next}-invited` : next;
  return (
    <Panel title={t(`next.${waitsFor}.title`, { processor: processorName })} lead={t(`next.${waitsFor}.text`, { processor: processorName, due })}>
      {response && (next === "wait" || next === "remind") ? <ProgressBar done={response.answered} total={response.total} label={t("hub.progress")} /> : null}
      {mayWork || next === "package" ? (
        <Group gap="sm" mt={response && (next === "wait" || next === "remind") ? "md" : 0}>
          {next === "send" ? <Button component={Link} to={paths.request(id)}>{t("next.send.action")}</Button> : null}
          {next === "remind" || (next === "wait" && processorId === null) ? (
            <Form method="post"><SubmitButton intent="remind" variant={next === "remind" ? "filled" : "default"}>{t(processorId === null ? "next.invite" : "next.remind.action")}</SubmitButton></Form>
          ) : null}
          {next === "assess" || next === "go-on-assessing" ? <Button component={Link} to={paths.assessment(id)}>{t(`next.${next}.action`)}</Button> : null}
          {next === "go-on-assessing" ? <Button component={Link} to={paths.conclude(id)} variant="default">{t("next.conclude")}</Button> : null}
          {next === "package" ? <Button component={Link} to={paths.package(id)}>{t("next.package.action")}</Button> : null}
          {next === "open-again" ? <Button component={Link} to={paths.supervisionNew(agreementId)}>{t("next.open-again.action")}</Button> : null}
          {state === "draft" || next === "open-again" ? null : <Button component={Link} to={paths.request(id)} variant="default">{t("next.seeRequest")}</Button>}
        </Group>
      ) : null}
    </Panel>
  );
}
