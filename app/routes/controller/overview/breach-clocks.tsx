import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ClockWords, toneOf } from "#app/routes/controller/breach/clock-words.tsx";
import type { OpenClocks } from "#app/supervision/breach/open-clocks.server.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach-clocks.module.css";

/** Periods of hours that run on breaches, the most pressing first; nothing where none runs. */
export function BreachClocks({ clocks: { shown, total } }: { clocks: OpenClocks }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  if (total === 0) return null;
  return (
    <div className={classes.frame}>
      <Panel title={t("clocks.title")} lead={t("clocks.lead")} flush>
        <ul className={classes.clocks}>
          {shown.map(({ record, title, processorName, waits, clock }) => {
            const action = t(`clocks.${waits}.action`);
            return (
              <li key={`${record} ${waits}`} className={classes.clock} data-tone={toneOf(clock)}>
                <span className={classes.what}>
                  <span className={classes.name}>{title}</span>
                  <span className={classes.who}>{processorName}</span>
                </span>
                <span className={classes.how}>
                  <span className={classes.waits}>{t(`clocks.${waits}.title`)}</span>
                  <span className={classes.left}><Mark tone={toneOf(clock)}><ClockWords clock={clock} /></Mark> <time className={classes.until} dateTime={clock.deadline}>{t(clock.state === "over" ? "clocks.ended" : "clocks.ends", { at: format.dateTime(clock.deadline) })}</time></span>
                </span>
                <Link to={paths.breach(record)} className={classes.act} aria-label={t("task.label", { action, title, who: processorName })}>{action}<Icon name="arrowRight" size={14} /></Link>
              </li>
            );
          })}
        </ul>
        {total > shown.length ? <p className={classes.more}><Link to={paths.breaches()}>{t("clocks.all", { count: total })}</Link></p> : null}
      </Panel>
    </div>
  );
}
