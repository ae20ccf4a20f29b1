import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { findConclusion } from "#app/supervision/conclusion/find-conclusion.server.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./conclusion.module.css";

export type ConclusionView = NonNullable<Awaited<ReturnType<typeof findConclusion>>>;

/** What the conclusion rests on: the proposal with its reasons, what bars "in order" in plain words, the open findings. */
export function Grounds({ view }: { view: ConclusionView }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { proposal, threshold, assessed, findings, openThreads, barred, id } = view;
  const blocking = findings.filter((one) => one.blocking);
  return (
    <>
      <Panel title={t("proposal")} lead={t("conclude.lead")}>
        <p className={classes.proposal}><StateBadge kind="outcome" value={proposal.outcome} /></p>
        <p className={classes.why}>{t("conclude.why")}</p>
        <ul className={classes.reasons}>{proposal.reasons.map((reason) => <li key={reason}>{t(`conclude.because.${reason}`, { threshold })}</li>)}</ul>
        <p className={classes.quiet}>{view.assessedScore === null ? t("noScore") : t("conclude.score", { score: view.assessedScore, threshold })} · <Link to={paths.assessment(id)}>{t("conclude.seeAssessment")}</Link></p>
        {assessed.total > 0 ? <p className={classes.quiet}>{t(assessed.byPerson === assessed.total ? "conclude.allByPerson" : "conclude.byPerson", { count: assessed.byPerson, total: assessed.total })}</p> : null}
      </Panel>
      {assessed.replaced.length > 0 ? (
        <Notice tone="soon" title={t("conclude.replaced", { count: assessed.replaced.length })}>
          <p>{t("conclude.replacedText", { count: assessed.replaced.length })}</p>
          <ul className={classes.reasons}>
            {assessed.replaced.map(({ question, title, level, byName, at }) => (
              <li key={question}><Link to={`${paths.assessment(id)}#answer-${question}`}>{title}</Link>: {t("conclude.replacedWas", { level: t(`words:level.${level}`).toLowerCase(), name: byName, at: format.date(at) })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {barred.map(({ outcome, reason }) => (
        <Notice key={outcome} tone="late" title={t("conclude.cannot")}>
          <p>{t(`conclude.refused.${reason}`)}</p>
          {reason === "special-requirement-unclarified"
            ? <ul className={classes.reasons}>{openThreads.filter(({ special }) => special).map((thread) => <li key={thread.id}><Link to={`${paths.assessment(id)}#thread-${thread.id}`}>{thread.title ?? t("threads.special")}</Link></li>)}</ul>
            : <ul className={classes.reasons}>{blocking.map((one) => { const { title, text } = findingWords(t, one, format.date); return <li key={one.id}><Link to={paths.finding(one.id)}>{title}</Link>: {text}</li>; })}</ul>}
        </Notice>
      ))}
      <Panel title={t("openFindings")} lead={t("conclude.findingsLead")}>
        {findings.length === 0 ? <p className={classes.quiet}>{t("conclude.noFindings")}</p> : (
          <ul className={classes.findings}>
            {findings.map((one) => (
              <li key={one.id}>
                <span><Link to={paths.finding(one.id)}>{findingWords(t, one, format.date).title}</Link>{one.questionTitle ? <span className={classes.about}>{one.questionTitle}</span> : null}</span>
                <span className={classes.marks}><StateBadge kind="severity" value={one.severity} /><StateBadge kind="finding" value={one.state} />{one.blocking ? <Mark tone="late" icon="ban">{t("finding:blocking")}</Mark> : null}</span>
                {one.measure ? <span className={classes.quiet}>{one.measure}{one.dueOn ? ` · ${format.date(one.dueOn)}` : ""}{one.ownerName ? ` · ${one.ownerName}` : ""}</span> : null}
              </li>
            ))}
          </ul>
        )}
        {openThreads.length > 0 ? <p className={classes.quiet}>{t("conclude.openThreads", { count: openThreads.length })}</p> : null}
      </Panel>
    </>
  );
}
