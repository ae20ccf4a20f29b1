import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftProblem } from "#app/questionnaire/builder/draft-problem.ts";
import type { Imported } from "#app/questionnaire/builder/import-result.ts";
import { estimateMinutes, weightsOf } from "#app/questionnaire/builder/weights.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./builder.module.css";
import { sayProblem } from "./problems.tsx";

type Props = { name: string; read: Imported; left: readonly DraftProblem[] };

/** What would come of the file, page by page; or its mistakes, each by its place in the file. Nothing is stored yet. */
export function ImportPreview({ name, read, left }: Props) {
  const { t } = useTranslation("builder");
  if (!read.ok) {
    return (
      <Notice tone="late" role="alert" title={t("import.refused", { name: name || t("import.noName") })}>
        <ul className={classes.plain}>
          {read.problems.map(({ place, code, detail }, at) => <li key={at}>{place ? <code className={classes.place}>{place}</code> : null} {t(`import.problem.${code}`, { detail: detail ?? "" })}</li>)}
        </ul>
        <p>{t("import.nothingStored")}</p>
      </Notice>
    );
  }
  const { draft, notes } = read;
  const { sum, counting } = weightsOf(draft);
  const questions = draft.pages.reduce((total, page) => total + page.questions.length, 0);
  return (
    <Panel title={t("import.preview", { title: draft.title.da || t("untitled") })} lead={t("import.counts", { pages: draft.pages.length, questions, counting, sum, minutes: draft.minutes ?? estimateMinutes(draft) })}>
      <Stack gap="md">
        {notes.length > 0 ? (
          <Notice tone="soon" title={t("import.notes")}>
            <ul className={classes.plain}>{notes.slice(0, 30).map(({ place, code }, at) => <li key={at}>{place ? <code className={classes.place}>{place}</code> : null} {t(`import.note.${code}`)}</li>)}</ul>
          </Notice>
        ) : null}
        {left.length > 0 ? (
          <details>
            <summary>{t("import.left", { count: left.length })}</summary>
            <ul className={classes.plain}>{left.slice(0, 40).map((problem, at) => <li key={at}>{sayProblem(t, problem, draft)}</li>)}</ul>
          </details>
        ) : null}
        <ol className={classes.incoming}>
          {draft.pages.map((page) => (
            <li key={page.name}>
              <strong>{page.title.da || t("untitled")}</strong>
              <ol>{page.questions.map((one) => <li key={one.name}>{one.title.da || t("untitled")} <span className={classes.hint}>({t(`type.${one.type}`)}{one.weight > 0 ? `, ${t(`weight.${one.weight}`)}` : ""})</span></li>)}</ol>
            </li>
          ))}
        </ol>
        <Form method="post">
          <input type="hidden" name="questionnaire" value={JSON.stringify(draft)} />
          <SubmitButton intent="confirm">{t("import.confirm")}</SubmitButton>
        </Form>
      </Stack>
    </Panel>
  );
}
