import { useTranslation } from "react-i18next";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { streamedPaths } from "#app/paths.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import type { findReleasedFinding } from "#app/supervision/finding/released-findings.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { FileRow } from "#app/ui/file-row.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./finding.module.css";

type Found = NonNullable<Awaited<ReturnType<typeof findReleasedFinding>>>;

/** A finding as the processor reads it: what it is, what is agreed, what came back, and what was reported. */
export function AboutOwnFinding({ found, today }: { found: Found; today: string }) {
  const { t } = useTranslation("finding");
  const format = useFormat();
  const { finding, controllerName, sentBack, effectiveness, reports, contact } = found;
  return (
    <>
      {sentBack ? <Notice tone="late" title={t("own.sentBack", { controller: controllerName })}><p className={classes.words}>{sentBack}</p></Notice> : null}
      {finding.state === "reported-done" ? <Notice tone="wait" title={t("own.waits")}>{t("own.waitsText", { controller: controllerName })}</Notice> : null}
      {finding.state === "verified" && effectiveness ? <Notice tone="ok" title={t("own.verified", { controller: controllerName })}><p className={classes.words}>{effectiveness}</p></Notice> : null}
      <Panel>
        <p className={classes.text}>{findingWords(t, finding, format.date).text}</p>
        <Facts facts={[
          ...(finding.questionTitle ? [{ term: t("question"), value: finding.questionTitle }] : []),
          { term: t("measure"), value: finding.measure || t("own.noMeasure", { controller: controllerName }) },
          ...(finding.ownerName ? [{ term: t("owner"), value: finding.ownerName }] : []),
          ...(finding.dueOn ? [{ term: t("dueOn"), value: <DueDate on={finding.dueOn} today={today} settled={!isOpenFinding(finding.state)} /> }] : []),
          { term: t("source"), value: sourceWords(t, finding.source) },
          { term: t("own.contact"), value: <>{contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a></> },
        ]} />
      </Panel>
      {reports.length > 0 ? (
        <Panel title={t("own.reports")}>
          <ol className={classes.reports}>
            {reports.map(({ id, reason, byName, at, files }) => (
              <li key={id}>
                <p className="quiet"><time dateTime={at}>{format.dateTime(at)}</time> · {byName}</p>
                <p className={classes.words}>{reason}</p>
                {files.map((file) => <FileRow key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={streamedPaths.evidence(file.id)} />)}
              </li>
            ))}
          </ol>
        </Panel>
      ) : null}
    </>
  );
}
