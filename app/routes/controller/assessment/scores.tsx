import { useTranslation } from "react-i18next";
import type { AnswerScore } from "#app/domain/scoring/score-answers.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { Arithmetic } from "#app/ui/arithmetic.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./assessment.module.css";

/** The arithmetic behind both scores. */
export function Scores({ view }: { view: AssessmentView }) {
  const { t } = useTranslation("assessment");
  const table = (score: AnswerScore, caption: string) => (
    <details className={classes.open}>
      <summary>{caption}</summary>
      <Arithmetic caption={caption} score={score.score} rows={score.lines.map(({ question, weight, level }) => ({ key: question, question: view.titles[question] ?? question, weight, level }))} />
    </details>
  );
  return (
    <Panel title={t("arithmetic")}>
      {table(view.claimed, t("arithmeticClaimed"))}
      {table(view.assessed, t("arithmeticAssessed"))}
    </Panel>
  );
}
