import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { ListedCheck } from "#app/supervision/agreement-check/list-checks.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./check.module.css";

/** On an agreement's page: the newest check against each catalogue, and the way to them. */
export function ChecksPanel({ agreementId, checks, may }: { agreementId: string; checks: readonly ListedCheck[]; may: boolean }) {
  const { t } = useTranslation("check");
  const format = useFormat();
  const newest = checks.filter((one, place) => checks.findIndex(({ key }) => key === one.key) === place);
  return (
    <Panel title={t("title")}>
      {newest.length === 0 ? <p className={classes.plain}>{t("panel.none")}</p> : (
        <ul className={classes.panel}>
          {newest.map((one) => (
            <li key={one.id}>
              <Link to={paths.check(one.id)}>{one.title}</Link>
              <span className={classes.panelLine}>
                {one.completed === null ? <Mark tone="wait" icon="pencil">{t("panel.open", one)}</Mark> : one.missed > 0 ? <Mark tone="late">{t("panel.missed", { count: one.missed })}</Mark> : <Mark tone="ok">{t("panel.clean")}</Mark>}
                <span className={classes.quiet}>{format.date(one.completed?.at ?? one.startedAt)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.panelEnd}><Link to={paths.agreementChecks(agreementId)}>{t(may && newest.length === 0 ? "panel.begin" : "panel.all")}</Link></p>
    </Panel>
  );
}
