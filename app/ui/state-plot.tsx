import { Link } from "@remix-run/react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { BANDS } from "#app/domain/concept/concept.ts";
import { STANDINGS } from "#app/domain/lifecycle/standing.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";
import { Icon } from "./icon.tsx";
import { signs } from "./mark.tsx";
import classes from "./state-plot.module.css";
import { looks } from "./state-tones.ts";
import { useFormat } from "./use-format.ts";

export type PlotCell = { points: number; standing: Standing; count: number };

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const bandStarts = new Set(BANDS.map(({ from }) => from));

/**
 * All agreements at a glance: points from left to right, state from what hurts to what is well. Each mark's area grows
 * with its count. A plain table underneath, so it reads as one; `to` gives the list behind a cell.
 */
export function StatePlot({ cells, to }: { cells: readonly PlotCell[]; to?: (points: number, standing: Standing) => string }) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const count = (standing: Standing, points: number) =>
    cells.filter((cell) => cell.points === points && cell.standing === standing).reduce((sum, cell) => sum + cell.count, 0);
  const most = Math.max(1, ...cells.map((cell) => cell.count));
  return (
    <div className={classes.frame}>
      <table className={classes.plot} role="table">
        <caption className="visually-hidden">{t("plot.title")}. {t("plot.legend")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {TEN.map((points) => (
              <th key={points} role="columnheader" scope="col" data-first={bandStarts.has(points) || undefined}>
                <span className="visually-hidden">{t("plot.points")} </span>{points}
              </th>
            ))}
            <th role="columnheader" scope="col" className={classes.total}>{t("plot.total")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {STANDINGS.filter((standing) => cells.some((cell) => cell.standing === standing && cell.count > 0)).map((standing) => {
            const [tone, icon] = looks.standing[standing];
            const row = TEN.map((points) => count(standing, points));
            const state = t(`words:standing.${standing}`);
            return (
              <tr key={standing} role="row" data-tone={tone}>
                <th role="rowheader" scope="row"><span className={classes.state}><Icon name={icon ?? signs[tone]} />{state}</span></th>
                {row.map((number, place) => {
                  const points = place + 1;
                  const style = { "--size": Math.sqrt(number / most) } as CSSProperties;
                  return (
                    <td key={points} role="cell" data-first={bandStarts.has(points) || undefined}>
                      {number === 0 ? <span className={classes.none}><span className="visually-hidden">0</span></span>
                        : to ? <Link to={to(points, standing)} className={classes.mark} style={style} aria-label={t("plot.cell", { count: number, points, state })}>{format.number(number)}</Link>
                        : <span className={classes.mark} style={style}>{format.number(number)}</span>}
                    </td>
                  );
                })}
                <td role="cell" className={classes.total}>{format.number(row.reduce((sum, number) => sum + number, 0))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
