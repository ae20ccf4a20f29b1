import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { AnswerValue } from "./answer-value.tsx";
import type { Conflict } from "./autosave.ts";
import classes from "./enhanced-form.module.css";
import type { PlainQuestion } from "./present.ts";
import type { Answer } from "./types.ts";

type Props = { conflict: Conflict; question: PlainQuestion; onChoose: (choice: "mine" | "theirs") => void };

/** Two people answered the same question: both answers, side by side, and a choice. */
export function ConflictChoice({ conflict, question, onChoose }: Props) {
  const { t } = useTranslation("questionnaire");
  const format = useFormat();
  const { mine, theirs } = conflict;
  const name = theirs.byName;
  return (
    <Notice tone="soon" role="alert" title={t("conflict.title", { name })}>
      <p className={classes.conflictQuestion}>{question.title}</p>
      <p>{t("conflict.lead", { at: format.dateTime(theirs.at) })}</p>
      <div className={classes.sides}>
        <Side title={t("conflict.mine")} question={question} answer={mine} button={<Button type="button" variant="default" onClick={() => onChoose("mine")}>{t("conflict.keepMine")}</Button>} />
        <Side title={t("conflict.theirs", { name })} question={question} answer={theirs} button={<Button type="button" variant="default" onClick={() => onChoose("theirs")}>{t("conflict.takeTheirs", { name })}</Button>} />
      </div>
    </Notice>
  );
}

function Side({ title, question, answer, button }: { title: string; question: PlainQuestion; answer: Answer; button: ReactNode }) {
  const { t } = useTranslation("questionnaire");
  const format = useFormat();
  return (
    <section className={classes.side} aria-label={title}>
      <h4>{title}</h4>
      <div className={classes.sideAnswer}><AnswerValue question={question} value={answer.value} say={{ yes: t("yes"), no: t("no"), day: format.date }} /></div>
      {question.commentLabel === null ? null : <p>{answer.comment ?? t("noComment")}</p>}
      {button}
    </section>
  );
}
