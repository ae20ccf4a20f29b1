import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AuditView } from "#app/audit/present.ts";
import { sayAction, sayDetail } from "#app/audit/say.ts";
import { paths } from "#app/paths.ts";
import type { Side } from "#app/ui/navigation.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./audit.module.css";

/** What happened, where it belongs, and what was recorded with it, folded away. */
export function AuditEntry({ event, side }: { event: AuditView; side: Side }) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  return (
    <>
      <span className={classes.action}>{sayAction(t, event.action)}</span>
      <Place event={event} side={side} />
      {event.details.length === 0 ? null : (
        <details className={classes.details}>
          <summary>{t("details")}</summary>
          <dl className={classes.facts}>
            {event.details.map((detail, place) => {
              const { name, value } = sayDetail(t, language, detail);
              return <div key={place}><dt>{name}</dt><dd>{value}</dd></div>;
            })}
          </dl>
        </details>
      )}
    </>
  );
}

/** The supervision it belongs to; else the page of the agreement or processor, where the reader has one. */
function Place({ event: { supervision, subject }, side }: { event: AuditView; side: Side }) {
  const { t } = useTranslation("audit");
  if (supervision !== null) {
    const to = side === "controller" ? paths.supervision(supervision.id) : paths.inboxRequest(supervision.id);
    return <span className={classes.place}><Link to={to}>{supervision.title}</Link>, {supervision.other}</span>;
  }
  if (side !== "controller" || (subject.type !== "agreement" && subject.type !== "processor")) return null;
  const to = subject.type === "agreement" ? paths.agreement(subject.id) : paths.processor(subject.id);
  return <span className={classes.place}><Link to={to}>{t(`open.${subject.type}`)}</Link></span>;
}
