import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { InboxRow } from "#app/supervision/list-inbox.server.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { ReceivedState } from "./received-state.tsx";
import classes from "./inbox.module.css";

/** A request that waits: who asks, about what, by when, how far it is. */
export function InboxCard({ row, today }: { row: InboxRow; today: string }) {
  const { t } = useTranslation("supervision");
  const late = row.dueOn !== null && row.dueOn < today;
  return (
    <article className={classes.card} data-late={late || undefined}>
      <div className={classes.who}>
        <p className={classes.controller}>{row.controllerName}</p>
        <h3 className={classes.title}><Link to={paths.inboxRequest(row.id)}>{row.title}</Link></h3>
        {row.supplements.length === 0 ? null : <ul className={classes.askedParts}>{[row.concept, ...row.supplements].map((part) => <li key={part}>{t(`letter.concept.${part}`)}</li>)}</ul>}
        <p className={row.supplements.length === 0 ? undefined : classes.minutes}>{[...(row.supplements.length === 0 ? [t(`letter.concept.${row.concept}`)] : []), ...(row.minutes === null ? [] : [t("questionnaire:why.minutesValue", { count: row.minutes })])].join(" · ")}</p>
      </div>
      <div className={classes.when}>
        <ReceivedState state={row.state} outcome={row.outcome} returned={row.returned} />
        <DueDate on={row.dueOn} today={today} />
        {row.state === "answering" && row.total !== null ? <ProgressBar done={row.answered} total={row.total} label={t("hub.progress")} /> : null}
      </div>
    </article>
  );
}
