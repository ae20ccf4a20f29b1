import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { loadOverview } from "#app/supervision/load-overview.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StatePlot } from "#app/ui/state-plot.tsx";
import { BreachClocks } from "./overview/breach-clocks.tsx";
import { FirstSteps } from "./overview/first-steps.tsx";
import { KeyFigures } from "./overview/key-figures.tsx";
import { agreementsAt } from "./overview/links.ts";
import { MonthStrip } from "./overview/month-strip.tsx";
import classes from "./overview/overview.module.css";
import { TaskList } from "./overview/task-list.tsx";

export const meta = pageTitle("overview:title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const at = now();
  const today = copenhagenDate(at);
  const overview = await withTenant(scope, (tx) => loadOverview(tx, scope, { today, now: at }), { readOnly: true });
  return { ...overview, today, organisation: scope.organisationName, may: mayWrite(scope) };
}

export default function Overview() {
  const { t } = useTranslation("overview");
  const { standings, months, findings, registered, tasks, clocks, today, organisation, may } = useLoaderData<typeof loader>();
  const scored = standings.flatMap(({ points, ...cell }) => (points === null ? [] : [{ ...cell, points }]));
  const unscored = standings.filter(({ points }) => points === null).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader title={t("title")} lead={organisation} />
      {registered.supervised ? null : <FirstSteps processors={registered.processors} agreements={scored.length > 0} may={may} />}
      <BreachClocks clocks={clocks} />
      {standings.length === 0 ? null : (
        <>
          <KeyFigures standings={standings} findings={findings} />
          <div className={classes.columns}>
            <TaskList groups={tasks} today={today} />
            <div className={classes.side}>
              {scored.length === 0 ? null : (
                <Panel title={t("plot.title")} lead={t("plot.lead")}>
                  <StatePlot cells={scored} to={agreementsAt} />
                  {unscored > 0 ? <p className={classes.note}><Link to={`${paths.agreements()}?points=none`}>{t("plot.unscored", { count: unscored })}</Link></p> : null}
                </Panel>
              )}
              <MonthStrip months={months} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
