import { Checkbox, Group, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { AnswerValue } from "#app/questionnaire/answer-value.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./not-saved.module.css";
import type { PresentedPlan } from "./outcome.server.ts";

type Plan = SerializeFrom<PresentedPlan>;

/** Why a workbook was not saved: the cells to correct, the colleagues' newer answers, and the choice to save what is right meanwhile. */
export function NotSaved({ plan }: { plan: Plan }) {
  const { t } = useTranslation("offline");
  const { mistakes, hidden, missing, right, conflicts } = plan;
  const place = (at: { sheet: string; cell: string }) => t("mistakes.place", at);
  return (
    <>
      <Notice tone="late" role="alert" title={t("notSaved.title")}><p>{t(`notSaved.${mistakes.length === 0 ? "choose" : right + conflicts.length > 0 ? "text" : "correct"}`)}</p></Notice>
      {mistakes.length > 0 ? (
        <Panel title={t("mistakes.title", { count: mistakes.length })} flush>
          <DataTable
            caption={t("mistakes.title", { count: mistakes.length })} rows={mistakes} rowKey={({ sheet, cell, code }) => `${sheet} ${cell} ${code}`}
            columns={[
              { key: "cell", header: t("mistakes.cell"), cell: (one) => place(one) },
              { key: "question", header: t("mistakes.question"), cell: (one) => one.title },
              { key: "given", header: t("mistakes.given"), cell: (one) => (one.given === "" ? t("mistakes.none") : one.given) },
              { key: "what", header: t("mistakes.what"), cell: (one) => `${one.message ?? t(`mistakes.code.${one.code}`)}${one.choices.length > 0 ? ` ${t("mistakes.choices", { choices: one.choices.join(" / ") })}` : ""}` },
            ]}
          />
        </Panel>
      ) : null}
      {right + conflicts.length > 0 ? <Choices plan={plan} /> : null}
      {hidden.length > 0 ? <Listed title={t("hidden.title", { count: hidden.length })} text={t("hidden.text")} lines={hidden.map((one) => `${one.title} (${place(one.place)})`)} /> : null}
      {missing.length > 0 ? <Listed title={t("missing.title", { count: missing.length })} text={t("missing.text")} lines={missing.map((one) => (one.place ? `${one.title} (${place(one.place)})` : one.title))} /> : null}
    </>
  );
}

function Choices({ plan: { conflicts, right, content } }: { plan: Plan }) {
  const { t } = useTranslation("offline");
  const format = useFormat();
  const say = { yes: t("questionnaire:yes"), no: t("questionnaire:no"), day: format.date };
  return (
    <Panel title={conflicts.length > 0 ? t("conflicts.title", { count: conflicts.length }) : t("right.action")} lead={conflicts.length > 0 ? t("conflicts.lead") : undefined}>
      <Form method="post">
        <input type="hidden" name="right" value={content} />
        <Stack gap="md">
          {conflicts.map(({ question, place, mine, theirs, content: kept }) => (
            <fieldset key={question.name} className={classes.conflict}>
              <legend className={classes.title}>{question.title}</legend>
              <div className={classes.sides}>
                <div>
                  <p className={classes.who}>{t("conflicts.theirs", { name: theirs.byName, at: format.dateTime(theirs.at) })}</p>
                  <div className={classes.answer}><AnswerValue question={question} value={theirs.value} say={say} /></div>
                  {theirs.comment ? <p className={classes.comment}>{theirs.comment}</p> : null}
                </div>
                <div>
                  <p className={classes.who}>{t("conflicts.sheet")} ({t("mistakes.place", place)})</p>
                  <div className={classes.answer}><AnswerValue question={question} value={mine.value} say={say} /></div>
                  {mine.comment ? <p className={classes.comment}>{mine.comment}</p> : null}
                </div>
              </div>
              <Checkbox mt={10} name="mine" value={kept} label={t("conflicts.use")} />
            </fieldset>
          ))}
          {right > 0 ? <p className={classes.who}>{t("right.lead", { count: right })}</p> : null}
          <Group><SubmitButton intent="save-right" variant="default">{t(right > 0 ? "right.action" : "right.choice")}</SubmitButton></Group>
        </Stack>
      </Form>
    </Panel>
  );
}

function Listed({ title, text, lines }: { title: string; text: string; lines: readonly string[] }) {
  return (
    <Panel title={title} lead={text}>
      <ul className={classes.lines}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </Panel>
  );
}
