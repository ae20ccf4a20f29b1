import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths, streamedPaths } from "#app/paths.ts";
import { FileRow } from "#app/ui/file-row.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { FoundFinding } from "./about.tsx";
import classes from "./finding.module.css";

/** What first must be known of where the finding stands: reported done and by what, sent back, returned from before, or continued later. */
export function Standing({ found }: { found: FoundFinding }) {
  const { t } = useTranslation("finding");
  const format = useFormat();
  const { finding, steps, sentBack, earlier, nextId } = found;
  const report = finding.state === "reported-done" ? steps.find(({ to }) => to === "reported-done") : undefined;
  const before = earlier[0];
  return (
    <>
      {report ? (
        <Notice tone="soon" title={t(report.byProcessor ? "reportedBy" : "reportedHere", { name: report.byName, at: format.date(report.at) })}>
          <p className={classes.said}>{report.reason}</p>
          {report.files.map((file) => <FileRow key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={streamedPaths.evidence(file.id)} />)}
        </Notice>
      ) : null}
      {sentBack ? <Notice tone="wait" title={t("sentBack")}><p className={classes.said}>{sentBack}</p></Notice> : null}
      {before ? <Notice tone="soon" title={t("returned")}><Link to={paths.finding(before.id)}>{t("returnedText", { at: format.date(before.concludedAt ?? before.raisedAt), context: before.state })}</Link></Notice> : null}
      {nextId ? <Notice tone="wait" title={t("words:finding.continued")}><Link to={paths.finding(nextId)}>{t("seeNext")}</Link></Notice> : null}
    </>
  );
}
