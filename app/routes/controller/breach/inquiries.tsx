import { Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import { paths } from "#app/paths.ts";
import type { InquiryView } from "#app/supervision/breach/list-inquiries.server.ts";
import type { LoadedBreach } from "#app/supervision/breach/load-breach.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { RecordRefused } from "./act.server.ts";
import classes from "./breach.module.css";

type Props = { breach: LoadedBreach; refused: RecordRefused | null };
const QUESTIONS = ["happened", "data", "help"] as const;

/**
 * What the processor is asked by mail, and what it answered. Under concept 1 nothing is asked until something is wrong; then it is asked at once
 * (Datatilsynet 2021, concept 1: K1-2). Elsewhere it is offered where no notice has come.
 */
export function Inquiries({ breach, refused }: Props) {
  const { t } = useTranslation("breach");
  const { inquiries, processor, may, closedAt, version } = breach;
  const first = breach.agreements.some(({ concept }) => concept === 1);
  const mayAsk = may && closedAt === null;
  const failed = refused?.intent === "ask" ? refused : null;
  if (inquiries.length === 0 && (!mayAsk || (!first && breach.byNotice))) return null;
  return (
    <Panel title={t("ask.panel")} lead={inquiries.length === 0 ? t("ask.lead") : undefined}>
      <Stack gap="lg">
        {first && inquiries.length === 0 ? <Notice tone="soon" title={t("ask.title")}><p>{t("ask.text")} {sourceWords(t, "Datatilsynet 2021, koncept 1")}.</p></Notice> : null}
        {inquiries.length > 0 ? <ol className={classes.notices}>{inquiries.map((one) => <Inquiry key={one.id} inquiry={one} breach={breach} refused={refused?.intent === "answer" && refused.typed.inquiryId === one.id ? refused : null} />)}</ol> : null}
        {failed ? <Notice tone="late" role="alert" title={failed.errors[""]} /> : null}
        {mayAsk && processor.contactEmail === "" ? (
          <Notice tone="soon" title={t("ask.noContact", { name: processor.name })}><p><Link to={paths.processorEdit(processor.id)}>{t("ask.addContact")}</Link></p></Notice>
        ) : null}
        {mayAsk && processor.contactEmail !== "" ? (
          <div key={version}>
            <ConfirmButton
              intent="ask" label={t(inquiries.length === 0 ? "ask.send" : "ask.again")} confirm={t("ask.confirm")} fields={{ version: String(version) }} primary={inquiries.length === 0}
              question={<>{t("ask.question", { to: processor.contactName === "" ? processor.contactEmail : `${processor.contactName} (${processor.contactEmail})` })}<ol className={classes.questions}>{QUESTIONS.map((one) => <li key={one}>{t(`ask.${one}`)}</li>)}</ol></>}
            />
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}

const tones: Record<NonNullable<InquiryView["mail"]>["state"], Tone> = { sent: "ok", waiting: "wait", again: "soon", failed: "late", kept: "rest" };

function Inquiry({ inquiry, breach, refused }: { inquiry: InquiryView; breach: LoadedBreach; refused: RecordRefused | null }) {
  const { t } = useTranslation(["breach", "mail"]);
  const format = useFormat();
  const { id, at, by, to, body, mail, answer, answeredAt, answeredByName } = inquiry;
  return (
    <li>
      <h3>{t("ask.asked", { to })} <span>{format.dateTime(at)} · {by}</span> {mail ? <Mark tone={tones[mail.state]}>{t(`ask.mail.${mail.state}`)}</Mark> : null}</h3>
      <details className={classes.fold}><summary>{t("ask.read")}</summary><p className={classes.said}>{body}</p></details>
      {answeredAt ? (
        <div className={classes.answer}>
          <h4>{t("ask.answered", { at: format.dateTime(answeredAt) })} <span>{t("ask.notedBy", { name: answeredByName })}</span></h4>
          <p className={classes.said}>{answer}</p>
        </div>
      ) : breach.may ? (
        <details className={classes.fold} open={refused !== null || undefined}>
          <summary>{t("ask.note")}</summary>
          <Form method="post" noValidate className={classes.form}>
            <Stack gap="md">
              <FormErrorSummary errors={refused?.errors} />
              <input type="hidden" name="inquiryId" value={id} />
              <LongTextField name="answer" label={t("ask.answer")} hint={t("ask.answerHint")} errors={refused?.errors} rows={4} autosize minRows={4} maxLength={8000} defaultValue={refused?.typed.answer ?? ""} />
              <TextField name="answeredAt" type="datetime-local" label={t("ask.answeredAt")} errors={refused?.errors} maw="18rem" defaultValue={refused?.typed.answeredAt ?? localTimeOf(new Date(breach.now))} />
              <div><SubmitButton intent="answer">{t("ask.noteSubmit")}</SubmitButton></div>
            </Stack>
          </Form>
        </details>
      ) : <p className={classes.plain}>{t("ask.unanswered")}</p>}
    </li>
  );
}
