import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths, streamedPaths } from "#app/paths.ts";
import type { FindingStep } from "#app/supervision/finding/finding-steps.ts";
import { FileRow } from "#app/ui/file-row.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { looks } from "#app/ui/state-tones.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { TimelineEvent } from "#app/ui/timeline.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { FoundFinding } from "./about.tsx";
import classes from "./finding.module.css";

/** How the finding came to be and every step in its life, newest first; then the same of the earlier findings it continues. */
export function FindingHistory({ found: { steps, raisedAt, finding, earlier } }: { found: FoundFinding }) {
  const { t } = useTranslation("finding");
  const format = useFormat();
  const raised = (id: string, at: string): TimelineEvent => ({ id: `raised-${id}`, at, title: t(finding.rule === "MANUAL" ? "raisedByHand" : "raisedByRule", { rule: finding.rule }), tone: "late" });
  return (
    <>
      <Timeline label={t("history")} events={[...useEvents(steps), raised(finding.id, raisedAt)]} />
      {earlier.map((one) => (
        <section key={one.id} className={classes.earlier} aria-label={t("earlier.label", { at: format.date(one.concludedAt ?? one.raisedAt) })}>
          <h3 className={classes.earlierTitle}>
            <Link to={paths.finding(one.id)}>{t("earlier.title", { at: format.date(one.concludedAt ?? one.raisedAt) })}</Link> <StateBadge kind="finding" value={one.state} />
          </h3>
          {one.measure ? <p className="quiet">{t("measureIs", { measure: one.measure })}</p> : null}
          <Earlier steps={one.steps} raised={raised(one.id, one.raisedAt)} />
        </section>
      ))}
    </>
  );
}

function Earlier({ steps, raised }: { steps: readonly FindingStep[]; raised: TimelineEvent }) {
  const { t } = useTranslation("finding");
  return <Timeline label={t("history")} events={[...useEvents(steps), raised]} />;
}

/** The steps as events: whoever made them, in words, with the files of a report. */
function useEvents(steps: readonly FindingStep[]): TimelineEvent[] {
  const { t } = useTranslation("finding");
  return steps.map(({ id, to, reason, byRule, byProcessor, byName, at, files }) => ({
    id, at, by: byRule ? t("byRule", { name: byName }) : byProcessor ? t("byProcessor", { name: byName }) : byName,
    title: t(`words:finding.${to}`), tone: looks.finding[to][0], icon: looks.finding[to][1],
    text: (
      <>
        {byRule ? t(`ruleReason.${reason === "facts-changed" && to === "open" ? "facts-returned" : reason}`) : reason}
        {files.map((file) => <FileRow key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={streamedPaths.evidence(file.id)} />)}
      </>
    ),
  }));
}
