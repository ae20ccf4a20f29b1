import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { paths } from "#app/paths.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import type { FindingView } from "#app/supervision/finding/present.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./conclusion.module.css";

/** The findings a controller has released, each with what was agreed, by whom it is done, and when. */
export function ReleasedFindings({ supervisionId, findings, today }: { supervisionId: string; findings: readonly FindingView[]; today: string }) {
  const { t } = useTranslation("finding");
  const format = useFormat();
  return (
    <ul className={classes.findings}>
      {findings.map((one) => {
        const { title, text } = findingWords(t, one, format.date);
        return (
          <li key={one.id}>
            <div className={classes.marks}><StateBadge kind="severity" value={one.severity} /><StateBadge kind="finding" value={one.state} /></div>
            <h3 className={classes.title}><Link to={paths.inboxFinding(supervisionId, one.id)}>{title}</Link></h3>
            <p className={classes.text}>{text}</p>
            <Facts facts={[
              ...(one.questionTitle ? [{ term: t("question"), value: one.questionTitle }] : []),
              { term: t("source"), value: sourceWords(t, one.source) },
              ...(one.measure ? [{ term: t("measure"), value: one.measure }] : []),
              ...(one.ownerName ? [{ term: t("owner"), value: one.ownerName }] : []),
              ...(one.dueOn ? [{ term: t("dueOn"), value: <DueDate on={one.dueOn} today={today} settled={!isOpenFinding(one.state)} /> }] : []),
            ]} />
          </li>
        );
      })}
    </ul>
  );
}
