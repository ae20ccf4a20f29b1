import { Group, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadView } from "#app/supervision/clarification/present.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./thread-list.module.css";

type Props = {
  threads: readonly ThreadView[];
  mayWrite: boolean;
  /** Where a reply is posted; the page itself unless said otherwise. */
  action?: string;
  /** The answers stand on the same page: what a thread is about links to them. */
  linked?: boolean;
  /** A reply that came back. */
  refused: { thread: string; message: string; body: string } | null;
  /** A further button of an open thread's form. */
  extra?: (thread: ThreadView) => ReactNode;
};

/** Clarifications with their messages; each party's own stand apart by side and by name. */
export function ThreadList({ threads, mayWrite, action, linked = false, refused, extra }: Props) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  if (threads.length === 0) return <p className={classes.none}>{t("threads.none")}</p>;
  return (
    <ul className={classes.threads}>
      {threads.map((thread) => {
        const { id, question, questionTitle, special, closedAt, closedByName, messages } = thread;
        const title = question === "" ? t("threads.whole") : (questionTitle ?? question);
        const mine = refused?.thread === id ? refused : null;
        return (
          <li key={id} id={`thread-${id}`} className={classes.thread} data-closed={closedAt !== null || undefined}>
            <div className={classes.head}>
              <h3 className={classes.title}>{linked && question !== "" ? <a href={`#answer-${question}`}>{title}</a> : title}</h3>
              {special ? <Mark tone="wait" icon="shield">{t("threads.special")}</Mark> : null}
              {closedAt ? <Mark tone="ok">{t("threads.closed")}</Mark> : <Mark tone="soon" icon="comment">{t("threads.open")}</Mark>}
            </div>
            <ol className={classes.messages}>
              {messages.map(({ id: message, body, byName, ours, at }) => (
                <li key={message} className={classes.message} data-ours={ours || undefined}>
                  <p className={classes.meta}>{t(ours ? "threads.byUs" : "threads.byThem", { name: byName })} · <time dateTime={at}>{format.dateTime(at)}</time></p>
                  <p className={classes.body}>{body}</p>
                </li>
              ))}
            </ol>
            {closedAt ? <p className={classes.meta}>{t("threads.closedBy", { name: closedByName ?? "", at: format.dateTime(closedAt) })}</p> : null}
            {mayWrite && !closedAt ? (
              <Form method="post" action={action}>
                <input type="hidden" name="thread" value={id} />
                <Stack gap="sm">
                  {mine ? <FormErrorSummary errors={{ "": mine.message }} /> : null}
                  <LongTextField key={messages.length} name="body" id={`reply-${id}`} label={t("threads.replyTo", { title })} rows={2} autosize minRows={2} maxLength={10000} defaultValue={mine?.body ?? ""} />
                  <Group gap="sm"><SubmitButton intent="reply" size="compact-md">{t("threads.reply")}</SubmitButton>{extra?.(thread)}</Group>
                </Stack>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
