import { useTranslation } from "react-i18next";
import type { AnswerScore } from "#app/domain/scoring/score-answers.ts";
import type { GroupScore } from "#app/domain/scoring/score-groups.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { Arithmetic } from "#app/ui/arithmetic.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./assessment.module.css";

/** What each demand of the guide gives of the total, side by side, adding up to it; and the arithmetic behind both scores, page by page. */
export function Scores({ view }: { view: AssessmentView }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { groups, demands, pages, titles } = view;
  const titleOf = (id: string) => pages[id] ?? t("otherQuestions");
  const percent = (score: number | null | undefined) => (score === null || score === undefined ? "–" : format.percent(score));
  const share = (one: AnswerScore | undefined) => (one === undefined || one.score === null ? "–" : t("share", { earned: format.number(one.earned, 1), possible: format.number(one.possible, 1) }));
  const table = (scored: readonly GroupScore[], score: number | null, caption: string) => (
    <details className={classes.open}>
      <summary>{caption}</summary>
      <Arithmetic
        caption={caption} score={score}
        groups={scored.map(({ id, lines, ...sums }) => ({ key: id, title: titleOf(id), ...sums, rows: lines.map(({ question, weight, level }) => ({ key: question, question: titles[question] ?? question, weight, level })) }))}
      />
    </details>
  );
  return (
    <Panel title={t("arithmetic")} lead={t("arithmeticLead")}>
      {demands.assessed.length > 1 ? (
        <table className={classes.groups}>
          <caption className={classes.groupsTitle}>{t("byDemand")}</caption>
          <thead><tr><th scope="col">{t("demandColumn")}</th><th scope="col">{t("claimed")}</th><th scope="col">{t("assessed")}</th></tr></thead>
          <tbody>
            {demands.assessed.map((one) => (
              <tr key={one.id}><th scope="row">{t(`demand.${one.id}`)}{/^[GX]/.test(one.id) ? <span className={classes.demandId}>{one.id}</span> : null}</th><td>{share(demands.claimed.find(({ id }) => id === one.id))}</td><td>{share(one)}</td></tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t("words:score.sum")}</th><td>{share(view.claimed)} = {percent(view.claimed.score)}</td><td>{share(view.assessed)} = {percent(view.assessed.score)}</td></tr></tfoot>
        </table>
      ) : null}
      {table(groups.claimed, view.claimed.score, t("arithmeticClaimed"))}
      {table(groups.assessed, view.assessed.score, t("arithmeticAssessed"))}
    </Panel>
  );
}
