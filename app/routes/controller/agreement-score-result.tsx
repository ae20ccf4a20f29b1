import { useTranslation } from "react-i18next";
import type { PresentedScore } from "#app/agreement/present.ts";
import { factsOf } from "#app/agreement/score-facts.ts";
import { scoreAgreement } from "#app/domain/points/score-agreement.ts";
import { PointsScale } from "#app/ui/points-scale.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import type { Answer } from "./agreement-score-parts.tsx";
import { ScoreSum } from "./agreement-score-sum.tsx";
import classes from "./agreement-score.module.css";

type Props = {
  agreement: { personCount: number; dataCategories: readonly string[] };
  answers: Record<"b" | "c" | "d", Answer>;
  current: PresentedScore | null;
};

/** The sum as it stands, by the same function the server scores with; the server's answer counts. */
export function ScoreResult({ agreement, answers, current }: Props) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const score = scoreAgreement(factsOf(agreement, { special: answers.b === true, otherConfidential: answers.c === true, intrusive: answers.d === true }));
  const open = (["b", "c", "d"] as const).filter((part) => answers[part] === null && !(part === "c" && score.c > 0));
  return (
    <aside className={classes.result} aria-labelledby="score-result">
      <div className={classes.sticky}>
        <h2 id="score-result" className={classes.resultTitle}>{t(open.length > 0 ? "score.soFar" : "score.result")}</h2>
        <p className={classes.total} aria-live="polite">
          <span className={classes.points}>{score.points}</span>
          <span>{t("score.ofTen")}<br /><span className={classes.band}>{t("score.inBand", { from: score.band.from, to: score.band.to })}</span></span>
        </p>
        <ScoreSum score={score} open={open} />
        {current ? (
          <div className={classes.before}>
            <p>{t("score.before", { points: current.points, version: current.version, date: format.date(current.scoredAt), name: current.scoredByName })}</p>
            <ScoreSum score={current} compare={score} />
          </div>
        ) : null}
        <div className={classes.scale}><PointsScale points={score.points} /></div>
        {open.length > 0 ? <p className={classes.open}>{t("score.open", { parts: open.map((part) => part.toUpperCase()).join(", ") })}</p> : null}
        <SubmitButton size="md" fullWidth>{t(current ? "score.submitAgain" : "score.submit")}</SubmitButton>
        <p className={classes.source}>{t("score.ruleSet")}</p>
      </div>
    </aside>
  );
}
