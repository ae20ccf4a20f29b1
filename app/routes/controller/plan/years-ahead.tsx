import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { LoadedPlan } from "#app/agreement/plan/load-plan.server.ts";
import { YEARS_AHEAD } from "#app/agreement/plan/plan-form.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./years-ahead.module.css";

/** Which concept when, for five years: one row a line, each supervision on its month. */
export function YearsAhead({ plan }: { plan: LoadedPlan }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const first = Number(plan.today.slice(0, 4));
  const place = (day: string) => (Number(day.slice(0, 4)) - first) * 12 + Number(day.slice(5, 7));
  const years = Array.from({ length: YEARS_AHEAD }, (_, number) => first + number);
  const rows = plan.lines.map((line) => ({ line, marks: plan.ahead.filter(({ lineId, on }) => lineId === line.id && place(on) > 0) })).filter(({ marks }) => marks.length > 0);
  if (rows.length === 0) return <Panel title={t("ahead.title")}><p className={classes.none}>{t("ahead.none")}</p></Panel>;
  return (
    <Panel title={t("ahead.title")} lead={t("ahead.lead")}>
      <div className={classes.board} style={{ "--now": place(plan.today) } as CSSProperties}>
        <div className={classes.years} aria-hidden="true">{years.map((year) => <span key={year}>{year}</span>)}</div>
        <span className={classes.now} aria-hidden="true" />
        {rows.map(({ line, marks }) => (
          <div key={line.id} className={classes.row}>
            <p className={classes.label}>{t(`words:concept.short.${line.concept}`)} <span className={classes.kind}>{t(`kind.${line.kind}`)}</span></p>
            <ol className={classes.track} aria-label={t(`words:concept.short.${line.concept}`)}>
              {marks.map(({ on, concept, first: next }) => (
                <li key={on} className={classes.mark} data-next={next || undefined} data-kind={line.kind} style={{ "--at": place(on) } as CSSProperties} title={t("ahead.item", { date: format.date(on), concept: t(`words:concept.short.${concept}`) })}>
                  <span aria-hidden="true">{concept}</span>
                  <span className="visually-hidden">{t("ahead.item", { date: format.date(on), concept: t(`words:concept.short.${concept}`) })}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Panel>
  );
}
