import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import classes from "./agreement-score-sum.module.css";

type Sum = { a: number; b: number; c: number; d: number; points: number };
const PARTS = ["a", "b", "c", "d"] as const;

/** A + B + C + D = points, each part with its name. Parts in `open` are not answered yet; with `compare`, parts that differ are marked. */
export function ScoreSum({ score, open = [], compare }: { score: Sum; open?: readonly string[]; compare?: Sum }) {
  const { t } = useTranslation("agreement");
  return (
    <p className={classes.sum}>
      {PARTS.map((part, place) => (
        <Fragment key={part}>
          {place > 0 ? <span className={classes.sign}>+</span> : null}
          <span className={classes.term} data-open={open.includes(part) || undefined} data-differs={compare && compare[part] !== score[part] ? true : undefined} title={t(`words:points.parts.${part}`)}>
            <span className={classes.letter}>{part.toUpperCase()}<span className="visually-hidden"> ({t(`words:points.parts.${part}`)}) </span></span>
            <span className={classes.value}>{open.includes(part) ? "?" : score[part]}</span>
          </span>
        </Fragment>
      ))}
      <span className={classes.sign}>=</span>
      <span className={classes.term} data-total><span className={classes.letter}>{t("score.total")}</span><span className={classes.value}>{score.points}</span></span>
    </p>
  );
}
