import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { MonthCount } from "#app/supervision/overview.ts";
import { formatMonth } from "#app/text/format.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./month-strip.module.css";

/** How many supervisions are planned in each of the twelve months to come. */
export function MonthStrip({ months }: { months: readonly MonthCount[] }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const language = useLanguage();
  const most = Math.max(1, ...months.map(({ count }) => count));
  const total = months.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <Panel title={t("months.title")}><p className={classes.none}>{t("months.none")}</p></Panel>;
  return (
    <Panel title={t("months.title")} lead={t("months.lead", { count: total, number: format.number(total) })}>
      <ol className={classes.strip}>
        {months.map(({ month, count }) => (
          <li key={month} className={classes.month} data-none={count === 0 || undefined} style={{ "--share": count / most } as CSSProperties}>
            <span className={classes.bar} aria-hidden="true" />
            <span className={classes.count}>{format.number(count)}</span>
            <span className={classes.name}>{formatMonth(month, language)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
