import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import { paths } from "#app/paths.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-hub.module.css";

/** When the next supervision is due, and the way to the plan it comes from. */
export function Plan({ agreement }: { agreement: LoadedAgreement }) {
  const { t } = useTranslation("agreement");
  const { concept, nextDueOn, today, ended, underWay } = agreement;
  return (
    <Panel title={t("plan.title")}>
      <p className={classes.due}>
        {nextDueOn !== null ? <DueDate on={nextDueOn} today={today} settled={ended || underWay !== null} /> : concept === null ? t("plan.noConcept") : t(concept === 1 ? "plan.conceptOne" : "plan.onEvent")}
      </p>
      {agreement.score ? <p className={classes.toPlan}><Link to={paths.agreementPlan(agreement.id)}>{t("plan.open")}</Link></p> : null}
    </Panel>
  );
}
