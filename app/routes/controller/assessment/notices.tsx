import { Group } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./assessment.module.css";

/** The answer waits to be assessed. */
export function WaitingNotice({ view, mayWork }: { view: AssessmentView; mayWork: boolean }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { signatoryName, signatoryTitle, submittedAt, revision } = view;
  return (
    <Notice tone="soon" title={t("waiting.title")}>
      <p>{t(revision > 1 ? "waiting.signedAgain" : "waiting.signed", { name: signatoryTitle ? `${signatoryName}, ${signatoryTitle}` : signatoryName, at: format.dateTime(submittedAt) })} {t("waiting.text")}</p>
      {mayWork ? <Form method="post"><Group><SubmitButton intent="begin">{t("begin")}</SubmitButton></Group></Form> : null}
    </Notice>
  );
}

/** Questions are with the processor; the return can be taken back until they are answered. */
export function ReturnedNotice({ view, mayWork }: { view: AssessmentView; mayWork: boolean }) {
  const { t } = useTranslation("assessment");
  return (
    <Notice tone="wait" title={t("returned.title")}>
      <p>{t("returned.text", { count: view.returned.length })}</p>
      <ul className={classes.plain}>{view.returned.map(({ question, title, reason }) => <li key={question}><strong>{title}</strong>: {reason}</li>)}</ul>
      {mayWork ? <ConfirmButton label={t("returned.takeBack")} question={t("returned.takeBackAsk")} confirm={t("returned.takeBackDo")} intent="take-back" /> : null}
    </Notice>
  );
}
