import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./assessment.module.css";

const GRAVEST = ["critical", "major", "minor", "notice"];

/** Every finding of the case: open ones first, the gravest on top. */
export function FindingList({ view, children }: { view: AssessmentView; children?: ReactNode }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const rank = (one: AssessmentView["findings"][number]) => Number(!isOpenFinding(one.state)) * 10 + GRAVEST.indexOf(one.severity);
  const findings = [...view.findings].sort((one, other) => rank(one) - rank(other));
  return (
    <div id="findings">
      <Panel title={t("findings.title")} lead={t("findings.lead")}>
        {findings.length === 0 ? <p className={classes.none}>{t("findings.none")}</p> : (
          <ul className={classes.findings}>
            {findings.map((one) => {
              const { title, text } = findingWords(t, one, format.date);
              return (
                <li key={one.id} className={classes.finding} data-severity={one.severity} data-closed={!isOpenFinding(one.state) || undefined}>
                  <div className={classes.marks}>
                    <StateBadge kind="severity" value={one.severity} />
                    {one.blocking ? <Mark tone="late" icon="ban">{t("finding:blocking")}</Mark> : null}
                    <StateBadge kind="finding" value={one.state} />
                  </div>
                  <h3 className={classes.findingTitle}><Link to={paths.finding(one.id)}>{title}</Link></h3>
                  <p className={classes.findingText}>{text}</p>
                  <p className={classes.small}>
                    <span className={classes.code}>{one.rule}</span> · {t("finding:source")}: {sourceWords(t, one.source)}
                    {one.questionTitle ? <> · <a href={`#answer-${one.question}`}>{one.questionTitle}</a></> : null}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
        {children}
      </Panel>
    </div>
  );
}
