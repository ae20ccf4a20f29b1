import { useTranslation } from "react-i18next";
import { BANDS, bandOf } from "#app/domain/concept/concept.ts";
import classes from "./points-badge.module.css";

/** A risk score in small: the number on a ground that deepens with the band. Risk is not a fault, so never red. */
export function PointsBadge({ points }: { points: number | null }) {
  const { t } = useTranslation("words");
  if (points === null) return <span className={classes.none}>{t("score.none")}</span>;
  const depth = BANDS.indexOf(bandOf(points)) + 1;
  return (
    <span className={classes.badge} data-depth={depth}>
      <span aria-hidden="true">{points}</span>
      <span className="visually-hidden">{t("points.number", { count: points })}</span>
    </span>
  );
}
