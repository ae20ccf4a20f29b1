import { useTranslation } from "react-i18next";
import type { GroupScore } from "#app/domain/scoring/score-groups.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { Arithmetic } from "#app/ui/arithmetic.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./assessment.module.css";

/** The scores of each page side by side, and the arithmetic behind both, page by page. */
export function Scores({ view }: { view: AssessmentView }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { groups, pages, titles } = view;
  const titleOf = (id: string) => pages[id] ?? t("otherQuestions");
  const percent = (score: number | null | undefined) => (score === null || score === undefined ? "–" : format.percent(score));
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
      {groups.assessed.length > 1 ? (
        <table className={classes.groups}>
          <caption className="visually-hidden">{t("byGroup")}</caption>
          <thead><tr><th scope="col">{t("group")}</th><th scope="col">{t("claimed")}</th><th scope="col">{t("assessed")}</th></tr></thead>
          <tbody>
            {groups.assessed.map(({ id, score }) => (
              <tr key={id}><th scope="row">{titleOf(id)}</th><td>{percent(groups.claimed.find((one) => one.id === id)?.score)}</td><td>{percent(score)}</td></tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t("words:score.sum")}</th><td>{percent(view.claimed.score)}</td><td>{percent(view.assessed.score)}</td></tr></tfoot>
        </table>
      ) : null}
      {table(groups.claimed, view.claimed.score, t("arithmeticClaimed"))}
      {table(groups.assessed, view.assessed.score, t("arithmeticAssessed"))}
    </Panel>
  );
}
