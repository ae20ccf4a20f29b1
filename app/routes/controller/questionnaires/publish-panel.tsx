import { Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { DraftDifference } from "#app/questionnaire/builder/differences.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./builder.module.css";
import { Differences } from "./comparison.tsx";

/** Publishing the draft: what is new since the last version, and a note for colleagues. */
export function PublishPanel({ id, version, next, changes, warnings }: { id: string; version: number; next: number; changes: readonly DraftDifference[] | null; warnings: number }) {
  const { t } = useTranslation("builder");
  if (changes?.length === 0) return <Panel title={t("publish.none")}><p className={classes.hint}>{t("publish.noneText", { number: next - 1 })}</p></Panel>;
  return (
    <Panel title={t("publish.title", { number: next })} lead={t("publish.lead")}>
      <Form method="post">
        <Stack gap="md" className={classes.narrow}>
          <input type="hidden" name="version" value={version} />
          {changes ? <div><h3 className={classes.boxTitle}>{t("publish.changes", { number: next - 1 })}</h3><Differences differences={changes} /></div> : null}
          {warnings > 0 ? <p className={classes.hint}>{t("publish.warnings", { count: warnings })} <Link to={`${paths.questionnaire(id)}#problems`}>{t("publish.seeWarnings")}</Link></p> : null}
          <LongTextField name="note" label={t("publish.note")} hint={t("publish.noteHint")} required={false} rows={2} maxLength={1_000} />
          <div><SubmitButton intent="publish">{t("publish.submit", { number: next })}</SubmitButton></div>
        </Stack>
      </Form>
    </Panel>
  );
}
