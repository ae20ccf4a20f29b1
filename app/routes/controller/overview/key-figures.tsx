import { useTranslation } from "react-i18next";
import { countOf } from "#app/supervision/overview.ts";
import type { StandingCount } from "#app/supervision/overview.ts";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { agreementsThat, findingsThat } from "./links.ts";
import classes from "./overview.module.css";

/** The numbers that answer how it stands, each a way to the list behind it. */
export function KeyFigures({ standings, findings }: { standings: readonly StandingCount[]; findings: { open: number; overdue: number } }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const total = standings.reduce((sum, { count }) => sum + count, 0);
  const [remarks, wrong] = [countOf(standings, "with-remarks"), countOf(standings, "not-in-order")];
  const number = (count: number) => (count === 0 ? 0 : format.number(count));
  return (
    <div className={classes.figures}>
      <Stats>
        <Stat label={t("stat.overdue")} value={number(countOf(standings, "overdue"))} tone="late" to={agreementsThat("overdue")} hint={t("stat.overdueHint")} />
        <Stat label={t("stat.dueSoon")} value={number(countOf(standings, "due-soon"))} tone="soon" to={agreementsThat("due-soon")} hint={t("stat.dueSoonHint")} />
        <Stat label={t("stat.us")} value={number(countOf(standings, "waiting-for-us"))} tone="soon" to={agreementsThat("waiting-for-us")} hint={t("stat.usHint")} />
        <Stat label={t("stat.processor")} value={number(countOf(standings, "waiting-for-processor"))} tone="wait" to={agreementsThat("waiting-for-processor")} hint={t("stat.processorHint")} />
        <Stat
          label={t("stat.inOrder")} value={number(countOf(standings, "in-order"))} tone="ok" to={agreementsThat("in-order")}
          hint={remarks > 0 ? t("stat.remarksHint", { count: remarks, number: format.number(remarks) }) : t("stat.ofAll", { count: total, number: format.number(total) })}
        />
        <Stat label={t("stat.findings")} value={number(findings.open)} tone="late" to={findingsThat("open")} hint={wrong > 0 ? t("stat.wrongHint", { count: wrong, number: format.number(wrong) }) : t("stat.findingsHint")} />
        <Stat label={t("stat.lateFindings")} value={number(findings.overdue)} tone="late" to={findingsThat("overdue")} hint={t("stat.lateFindingsHint")} />
      </Stats>
    </div>
  );
}
