import { useTranslation } from "react-i18next";
import type { AssessedQuestion } from "#app/supervision/assessment/present.ts";
import { Mark } from "#app/ui/mark.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import classes from "./assessment.module.css";

/** What an answer claims, what was decided, by whom and why. */
export function Decision({ judged: { claimed, critical, decision } }: { judged: AssessedQuestion }) {
  const { t } = useTranslation("assessment");
  return (
    <>
      <dl className={classes.levels}>
        <div><dt>{t("decision.claims")}</dt><dd><StateBadge kind="level" value={claimed} /></dd></div>
        {decision ? (
          <div>
            <dt>{t("decision.decided")}</dt>
            <dd>
              <StateBadge kind="level" value={decision.level} />
              {decision.naAccepted === false ? <Mark tone="late" icon="cross">{t("decision.naRejected")}</Mark> : null}
            </dd>
          </div>
        ) : null}
        {critical ? <div><dt className="visually-hidden">{t("decision.weight")}</dt><dd><Mark tone="rest" icon="alert">{t("decision.critical")}</Mark></dd></div> : null}
      </dl>
      {decision ? (
        <p className={classes.small}>
          {decision.reason ? <span className={classes.reason}>{decision.reason}</span> : null}
          {t("decision.by", { name: decision.byName })}
          {decision.stands ? null : <strong> {t("decision.stale")}</strong>}
        </p>
      ) : null}
    </>
  );
}
