import { useTranslation } from "react-i18next";
import type { LoadedWheel } from "#app/agreement/plan/load-wheel.server.ts";
import { YEAR_STATES } from "#app/agreement/plan/year-view.ts";
import { formatMonth } from "#app/text/format.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./wheel.module.css";

const [CENTRE, INNER, OUTER, NAMES] = [160, 62, 132, 147];
/** A corner of the wheel: part of the year from 0 at the top, clockwise. */
const corner = (part: number, radius: number) => `${(CENTRE + Math.sin(part * 2 * Math.PI) * radius).toFixed(2)} ${(CENTRE - Math.cos(part * 2 * Math.PI) * radius).toFixed(2)}`;
const wedge = (from: number, to: number, near: number, far: number) => `M ${corner(from, near)} L ${corner(from, far)} A ${far} ${far} 0 0 1 ${corner(to, far)} L ${corner(to, near)} A ${near} ${near} 0 0 0 ${corner(from, near)} Z`;
const GAP = 0.004;

/** The year as a wheel: each month's load from the hub outwards, what wants attention innermost, the day it is, and the yearly review. Each month leads to its place on the board below, where everything is said in words. */
export function Wheel({ wheel, many }: { wheel: LoadedWheel; many: ReadonlySet<string> }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const language = useLanguage();
  const { year, today, months, review } = wheel;
  const most = Math.max(1, ...months.map(({ total }) => total));
  const total = months.reduce((sum, month) => sum + month.total, 0);
  const partOf = (day: string) => (Number(day.slice(5, 7)) - 1 + (Number(day.slice(8)) - 1) / 31) / 12;
  const shown = YEAR_STATES.filter((state) => months.some(({ counts }) => counts[state]));
  return (
    <figure className={classes.wheel} aria-label={t("wheel.name", { year })}>
      <svg viewBox="0 0 320 320">
        {months.map(({ month, counts, total: load }, place) => {
          const [from, to] = [place / 12 + GAP, (place + 1) / 12 - GAP];
          let reached = INNER;
          return (
            <a key={month} href={`#m-${month}`}>
              <path d={wedge(from, to, INNER, OUTER)} className={classes.ground} data-many={many.has(month) || undefined} />
              {YEAR_STATES.map((state) => {
                const near = reached;
                reached += ((counts[state] ?? 0) / most) * (OUTER - INNER);
                return counts[state] ? <path key={state} d={wedge(from, to, near, reached)} className={classes.load} data-state={state} /> : null;
              })}
              <text {...at((from + to) / 2, NAMES)} className={classes.month} data-now={today.startsWith(month) || undefined}>{formatMonth(month, language).replace(".", "")} </text>
              {load > 0 ? <text {...at((from + to) / 2, INNER - 12)} className={classes.number}>{format.number(load)}</text> : null}
            </a>
          );
        })}
        {today.startsWith(String(year)) ? <path d={`M ${corner(partOf(today), INNER - 2)} L ${corner(partOf(today), OUTER + 5)}`} className={classes.hand} /> : null}
        {review.on ? <circle cx={corner(partOf(review.on), OUTER).split(" ")[0]} cy={corner(partOf(review.on), OUTER).split(" ")[1]} r="6" className={classes.mark} data-done={review.done !== null || undefined} /> : null}
        <text x={CENTRE} y={CENTRE - 2} className={classes.total}>{format.number(total)}</text>
        <text x={CENTRE} y={CENTRE + 17} className={classes.unit}>{t("wheel.total")}</text>
      </svg>
      <figcaption className={classes.legend}>
        {shown.map((state) => <span key={state}><i data-state={state} />{t(`state.${state}`)}</span>)}
        {review.on ? <span><i data-review />{t("review.title")}</span> : null}
      </figcaption>
    </figure>
  );
}

function at(part: number, radius: number): { x: string | undefined; y: string | undefined } {
  const [x, y] = corner(part, radius).split(" ");
  return { x, y };
}
