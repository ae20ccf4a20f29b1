import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { NotifiedReminder } from "#app/supervision/breach/remind-of-notified.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach.module.css";

/** The breaches the controller was notified of, to be remembered while its question on breaches is answered. */
export function NotifiedBreaches({ notified, controllerName }: { notified: readonly NotifiedReminder[]; controllerName: string }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  if (notified.length === 0) return null;
  return (
    <Notice tone="wait" title={t("reminder.title", { controller: controllerName })}>
      <p>{t("reminder.text")}</p>
      <ul className={classes.missing}>
        {notified.map(({ id, title, awareAt, notifiedAt }) => (
          <li key={id}><Link to={paths.ownBreach(id)}>{title}</Link>: {awareAt ? `${t("reconcile.discovered", { date: format.date(awareAt) })}, ` : ""}{t("reconcile.notified", { date: format.date(notifiedAt) }).toLowerCase()}</li>
        ))}
      </ul>
    </Notice>
  );
}
