import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Level } from "#app/domain/scoring/level.ts";
import { LEVEL_VALUE } from "#app/domain/scoring/level.ts";
import classes from "./arithmetic.module.css";
import { StateBadge } from "./state-badge.tsx";
import { useFormat } from "./use-format.ts";

export type ArithmeticRow = { key: string; question: ReactNode; weight: number; level: Level };

/** A part of the questions with a heading and a score of its own; the parts add up to the whole. */
export type ArithmeticGroup = { key: string; title: ReactNode; score: number | null; earned: number; possible: number; rows: readonly ArithmeticRow[] };

/** How a score came about: each question's weight times its level, the sums (by group, where there are groups), and the division. Empty, never 0, when nothing counts. */
export function Arithmetic({ groups, score, caption, ...given }: { score: number | null; caption: string } & ({ rows: readonly ArithmeticRow[]; groups?: undefined } | { groups: readonly ArithmeticGroup[]; rows?: undefined })) {
  const { t } = useTranslation("words");
  const format = useFormat();
  const rows = given.rows ?? groups?.flatMap((group) => group.rows) ?? [];
  const counted = rows.filter((row) => LEVEL_VALUE[row.level] !== null);
  const weight = counted.reduce((sum, row) => sum + row.weight, 0);
  const earned = counted.reduce((sum, row) => sum + row.weight * (LEVEL_VALUE[row.level] ?? 0), 0);
  return (
    <div className={classes.frame}>
      <table className={classes.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("score.question")}</th>
            <th role="columnheader" scope="col">{t("score.level")}</th>
            <th role="columnheader" scope="col" className={classes.number}>{t("score.weight")}</th>
            <th role="columnheader" scope="col" className={classes.number}>{t("score.share")}</th>
          </tr>
        </thead>
        {groups ? groups.map(({ key, title, rows: own, ...sums }) => (
          <tbody key={key} role="rowgroup">
            <tr role="row" className={classes.group}>
              <th role="rowheader" scope="rowgroup" colSpan={2}>{title}</th>
              <td role="cell" className={classes.number}>{format.number(sums.possible, 1)}</td>
              <td role="cell" className={classes.number}>{sums.score === null ? t("score.leftOut") : <>{format.number(sums.earned, 1)} <span className={classes.share}>({format.percent(sums.score)})</span></>}</td>
            </tr>
            {own.map((row) => <Line key={row.key} row={row} />)}
          </tbody>
        )) : <tbody role="rowgroup">{rows.map((row) => <Line key={row.key} row={row} />)}</tbody>}
        <tfoot>
          <tr role="row">
            <th role="rowheader" scope="row" colSpan={2}>{t("score.sum")}</th>
            <td role="cell" className={classes.number}>{weight}</td>
            <td role="cell" className={classes.number}>{format.number(earned, 1)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.result}>
        {score === null ? t("score.none") : t("score.sentence", { earned: format.number(earned, 1), weight, score: format.percent(score) })}
      </p>
    </div>
  );
}

function Line({ row }: { row: ArithmeticRow }) {
  const { t } = useTranslation("words");
  const format = useFormat();
  const value = LEVEL_VALUE[row.level];
  return (
    <tr role="row" data-out={value === null || undefined}>
      <th role="rowheader" scope="row">{row.question}</th>
      <td role="cell"><StateBadge kind="level" value={row.level} /></td>
      <td role="cell" className={classes.number}>{row.weight}</td>
      <td role="cell" className={classes.number}>{value === null ? t("score.leftOut") : format.number(row.weight * value, 1)}</td>
    </tr>
  );
}
