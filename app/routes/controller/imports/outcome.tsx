import { Stack } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ImportView } from "#app/agreement/import/find-import.server.ts";
import { paths } from "#app/paths.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLookAgain } from "#app/ui/use-look-again.ts";
import classes from "./imports.module.css";

/** How often the page looks how far it has come, in milliseconds. */
const LOOK_AGAIN = 1_000;

/** What became of a confirmed import: its progress, then the result and the way back; and how far that has come. */
export function ImportOutcome({ run, agreements, may }: { run: ImportView; agreements: number; may: boolean }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  useLookAgain(run.state === "importing" || run.state === "undoing", LOOK_AGAIN);
  const numbers = { done: format.number(run.doneCount), total: format.number(run.goodCount) };
  const left = run.rowCount - run.doneCount;
  if (run.state === "importing") {
    return (
      <Panel title={t("progress")}>
        <Stack gap="sm" aria-live="polite">
          <ProgressBar done={run.doneCount} total={run.goodCount} label={t("progress")} text={t("progressText", numbers)} />
          <p className={classes.ways}><Link to={paths.import(run.id)} reloadDocument>{t("lookAgain")}</Link></p>
        </Stack>
      </Panel>
    );
  }
  if (run.state === "cancelled") return <Notice tone="rest" title={t("cancelledText")} />;
  if (run.state === "undoing") return <Undoing run={run} agreements={agreements} />;
  if (run.state === "undone") return <Undone run={run} />;
  return (
    <Panel
      title={t("done.title")} lead={`${t("done.text", { count: run.doneCount, done: numbers.done, date: format.dateTime(run.finishedAt ?? run.createdAt) })} ${left > 0 ? t("done.left", { count: left, left: format.number(left) }) : ""}`}
      actions={may ? <ConfirmButton label={t("undo.label")} question={t("undo.question")} confirm={t("undo.yes")} intent="undo" danger /> : null}
    >
      <p className={classes.ways}><Link to={paths.agreements()}>{t("frame:nav.agreements")}</Link> · <Link to={paths.processors()}>{t("frame:nav.processors")}</Link></p>
    </Panel>
  );
}

/** Its agreements are looked through one after another; the rows below tell what became of each. */
function Undoing({ run, agreements }: { run: ImportView; agreements: number }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const done = run.removedCount + run.keptCount;
  return (
    <Panel title={t("undo.progress")}>
      <Stack gap="sm" aria-live="polite">
        <ProgressBar done={done} total={agreements} label={t("undo.progress")} text={t("undo.progressText", { done: format.number(done), total: format.number(agreements) })} />
        <p>{t("undo.stay")} <Link to={paths.import(run.id)} reloadDocument>{t("lookAgain")}</Link></p>
      </Stack>
    </Panel>
  );
}

function Undone({ run }: { run: ImportView }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const date = format.dateTime(run.undoneAt ?? run.createdAt);
  const counted = (count: number) => ({ count, formatted: format.number(count) });
  return (
    <Notice tone={run.keptCount > 0 ? "soon" : "rest"} title={run.undoneByName === "" ? t("undone", { date }) : t("undoneBy", { date, name: run.undoneByName })}>
      {t("undo.done", { agreements: t("undo.agreements", counted(run.removedCount)), processors: t("undo.processors", counted(run.removedProcessors)) })}
      {run.keptCount > 0 ? ` ${t("undo.left", counted(run.keptCount))}` : null}
    </Notice>
  );
}
